using IncidentBot.Sandbox.WebApi;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class PagingTests
{
    [Theory]
    [InlineData("offset:1")]
    [InlineData("offset:10")]
    [InlineData("offset:100")]
    public void Every_cursor_ends_in_a_sign_that_must_be_encoded(string content) =>
        Assert.EndsWith("=", Paging.Cursor(content), StringComparison.Ordinal);

    [Fact]
    public async Task A_padded_cursor_leads_on()
    {
        await using var world = await World.StartAsync();
        for (var number = 0; number < 12; number++)
            await world.Bot.OkAsync("conversations.create", ("name", $"channel-{number}"));
        var first = await world.Bot.OkAsync("users.conversations", ("limit", "10"));
        var cursor = (string)first["response_metadata"]!["next_cursor"]!;
        var second = await world.Bot.OkAsync("users.conversations", ("limit", "10"), ("cursor", cursor));
        Assert.Equal((10, 3), (first["channels"]!.AsArray().Count, second["channels"]!.AsArray().Count));
    }
}

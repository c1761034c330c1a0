using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class HistoryTests
{
    [Fact]
    public async Task History_is_newest_first_in_pages()
    {
        await using var world = await World.StartAsync();
        for (var number = 1; number <= 5; number++)
            await world.BotPostAsync(world.Incidents, $"{number}");
        var first = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents), ("limit", "3"));
        Assert.Equal(["5", "4", "3"], Texts(first));
        Assert.True((bool)first["has_more"]!);
        var cursor = (string)first["response_metadata"]!["next_cursor"]!;
        Assert.EndsWith("=", cursor, StringComparison.Ordinal);
        var second = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents), ("limit", "3"), ("cursor", cursor));
        Assert.Equal(["2", "1"], Texts(second));
        Assert.False((bool)second["has_more"]!);
    }

    [Fact]
    public async Task Bounds_are_exclusive_unless_said_otherwise()
    {
        await using var world = await World.StartAsync();
        var one = await world.BotPostAsync(world.Incidents, "1");
        await world.BotPostAsync(world.Incidents, "2");
        var three = await world.BotPostAsync(world.Incidents, "3");
        Assert.Equal(["2"], Texts(await HistoryAsync(world, ("oldest", one), ("latest", three))));
        Assert.Equal(["3", "2", "1"], Texts(await HistoryAsync(world, ("oldest", one), ("latest", three), ("inclusive", "1"))));
        Assert.Equal("invalid_ts_oldest", await world.Bot.ErrorAsync("conversations.history", ("channel", world.Incidents), ("oldest", "yesterday")));
        Assert.Equal("invalid_ts_latest", await world.Bot.ErrorAsync("conversations.history", ("channel", world.Incidents), ("latest", "today")));
        Assert.Equal("invalid_cursor", await world.Bot.ErrorAsync("conversations.history", ("channel", world.Incidents), ("cursor", "zzz")));
    }

    [Theory]
    [InlineData("conversations.history")]
    [InlineData("conversations.replies")]
    public async Task A_bot_cannot_read_where_it_is_not_a_member(string method)
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.General, "not for bots");
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync(method, ("channel", world.General), ("ts", ts)));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync(method, ("channel", "C0NOWHERE"), ("ts", ts)));
    }

    private static Task<JsonObject> HistoryAsync(World world, params (string, string)[] bounds) =>
        world.Bot.OkAsync("conversations.history", [("channel", world.Incidents), .. bounds]);

    private static IEnumerable<string> Texts(JsonObject answer) =>
        ((JsonArray)answer["messages"]!).Select(message => (string)message!["text"]!);
}

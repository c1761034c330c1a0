using System.Net;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class TokenTests
{
    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("", "not_authed")]
    [InlineData("xoxb-somebody-else", "invalid_auth")]
    [InlineData("nonsense", "invalid_auth")]
    public async Task A_call_without_the_bots_token_is_refused(string? token, string error)
    {
        await using var world = await World.StartAsync();
        using var stranger = new Bot(world.Sandbox.ApiUrl, token);
        Assert.Equal(error, await stranger.ErrorAsync("auth.test"));
    }

    [Fact]
    public async Task The_token_may_travel_as_a_form_field_or_in_the_query_but_not_in_json()
    {
        await using var world = await World.StartAsync();
        using var bare = new Bot(world.Sandbox.ApiUrl, null);
        Assert.Null(await bare.ErrorAsync("auth.test", ("token", world.Sandbox.BotToken)));
        Assert.Null(await bare.ErrorAsync($"auth.test?token={world.Sandbox.BotToken}"));
        Assert.Equal("not_authed", (string?)(await bare.JsonAsync("auth.test", new() { ["token"] = world.Sandbox.BotToken }))["error"]);
    }

    [Fact]
    public async Task A_bot_token_is_of_the_wrong_kind_for_reminders()
    {
        await using var world = await World.StartAsync();
        Assert.Equal("not_allowed_token_type", await world.Bot.ErrorAsync("reminders.add", ("text", "x"), ("time", "1")));
    }

    [Theory]
    [InlineData("xoxb-1234567890-1234567890123-")]
    [InlineData("xoxp-1234567890-1234567890-")]
    [InlineData("xoxe.xoxb-1-")]
    public async Task A_token_shaped_like_a_real_one_is_refused_loudly(string start)
    {
        await using var world = await World.StartAsync();
        using var careless = new Bot(world.Sandbox.ApiUrl, start + "Abcdefghijklmnop");
        using var response = await careless.SendFormAsync("auth.test");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SandboxServer.StartAsync(new SandboxOptions { BotToken = start + "Abcdefghijklmnop" }));
    }

    [Fact]
    public async Task Auth_test_names_the_workspace_and_both_ids_of_the_bot()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync("auth.test");
        Assert.Equal(world.Sandbox.TeamId, (string?)answer["team_id"]);
        Assert.Equal(world.Sandbox.BotUserId, (string?)answer["user_id"]);
        Assert.Equal(world.Sandbox.BotId, (string?)answer["bot_id"]);
        Assert.Equal("https://sandbox.slack.com/", (string?)answer["url"]);
    }

    [Fact]
    public async Task Equal_seeds_give_equal_ids_and_secrets()
    {
        await using var one = await SandboxServer.StartAsync(new SandboxOptions { Seed = 7 });
        await using var two = await SandboxServer.StartAsync(new SandboxOptions { Seed = 7 });
        await using var other = await SandboxServer.StartAsync(new SandboxOptions { Seed = 8 });
        Assert.Equal((one.BotToken, one.SigningSecret, one.TeamId), (two.BotToken, two.SigningSecret, two.TeamId));
        Assert.NotEqual(one.BotToken, other.BotToken);
    }
}

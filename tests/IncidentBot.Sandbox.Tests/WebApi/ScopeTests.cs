namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ScopeTests
{
    private static SandboxOptions Without(params string[] scopes) => new()
    {
        Manifest = SandboxManifest.Example with { Scopes = [.. SandboxManifest.Example.Scopes.Except(scopes)] },
    };

    [Fact]
    public async Task A_missing_scope_is_named_with_those_at_hand()
    {
        await using var world = await World.StartAsync(Without("chat:write"));
        var answer = await world.Bot.CallAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x"));
        Assert.Equal("missing_scope", (string?)answer["error"]);
        Assert.Equal("chat:write", (string?)answer["needed"]);
        Assert.Contains("pins:write", (string?)answer["provided"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_channels_need_the_scope_of_private_channels()
    {
        await using var world = await World.StartAsync(Without("groups:write"));
        var answer = await world.Bot.CallAsync("conversations.create", ("name", "hush"), ("is_private", "true"));
        Assert.Equal("missing_scope", (string?)answer["error"]);
        Assert.Equal("groups:write", (string?)answer["needed"]);
        await world.Bot.OkAsync("conversations.create", ("name", "loud"));
    }

    [Fact]
    public async Task A_narrower_scope_is_enough_for_topics()
    {
        var scopes = SandboxManifest.Example.Scopes.Except(["channels:manage"]).Append("channels:write.topic");
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = SandboxManifest.Example with { Scopes = [.. scopes] } });
        await world.Bot.OkAsync("conversations.setTopic", ("channel", world.Incidents), ("topic", "calm"));
        Assert.Equal("missing_scope", await world.Bot.ErrorAsync("conversations.archive", ("channel", world.Incidents)));
    }

    [Fact]
    public async Task Posting_outside_own_channels_needs_a_scope_of_its_own()
    {
        await using var world = await World.StartAsync(Without("chat:write.public"));
        Assert.Equal("not_in_channel", await world.Bot.ErrorAsync("chat.postMessage", ("channel", world.General), ("text", "x")));
        await using var free = await World.StartAsync();
        await free.BotPostAsync(free.General, "x");
    }

    [Fact]
    public async Task The_email_address_needs_a_scope_of_its_own()
    {
        await using var world = await World.StartAsync(Without("users:read.email"));
        var shy = await world.Bot.OkAsync("users.info", ("user", world.Alice.Id));
        Assert.Null(shy["user"]!["profile"]!["email"]);
        await using var open = await World.StartAsync();
        Assert.NotNull((await open.Bot.OkAsync("users.info", ("user", open.Alice.Id)))["user"]!["profile"]!["email"]);
    }

    [Fact]
    public async Task Another_name_on_messages_needs_a_scope_of_its_own()
    {
        await using var world = await World.StartAsync(Without("chat:write.customize"));
        Assert.Equal("missing_scope", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("username", "Pager")));
    }
}

namespace IncidentBot.Sandbox.Tests.Deliveries;

/// <summary>The app hears only what it subscribed to, has the scope for, and can see.</summary>
public sealed class VisibilityTests
{
    [Fact]
    public async Task What_happens_where_the_bot_is_not_stays_there()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.General, "not for bots");
        await world.Bob.ReactAsync(world.General, ts, "eyes");
        await world.Bob.PinAsync(world.General, ts);
        await world.Client.CreateChannelAsync("secret", [world.Alice.Id], isPrivate: true);
        await world.QuietAsync();
        Assert.DoesNotContain(world.App.Received, received => received.EventType is not null);
        await world.Client.CreateChannelAsync("open", [world.Alice.Id]);
        Assert.Equal("open", (string?)(await world.EventAsync("channel_created")).Json["event"]!["channel"]!["name"]);
    }

    [Theory]
    [InlineData("reaction_added", null)]
    [InlineData(null, "reactions:read")]
    public async Task Without_subscription_or_scope_there_is_no_event(string? withoutEvent, string? withoutScope)
    {
        var manifest = SandboxManifest.Example with
        {
            BotEvents = SandboxManifest.Example.BotEvents.Where(name => name != withoutEvent).ToHashSet(),
            Scopes = [.. SandboxManifest.Example.Scopes.Where(scope => scope != withoutScope)],
        };
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = manifest });
        var ts = await world.Alice.PostAsync(world.Incidents, "x");
        await world.Bob.ReactAsync(world.Incidents, ts, "eyes");
        await world.EventAsync("message");
        Assert.Empty(world.App.Events("reaction_added"));
    }

    [Fact]
    public async Task Ephemeral_messages_make_no_event()
    {
        await using var world = await World.StartAsync();
        await world.Bot.OkAsync("chat.postEphemeral", ("channel", world.Incidents), ("user", world.Alice.Id), ("text", "psst"));
        await world.QuietAsync();
        Assert.Empty(world.App.Events("message"));
    }
}

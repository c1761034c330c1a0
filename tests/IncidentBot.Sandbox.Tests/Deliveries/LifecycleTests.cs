namespace IncidentBot.Sandbox.Tests.Deliveries;

/// <summary>What becomes of channels, the app and the workspace, and what the app hears of it.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task A_channel_with_another_id_is_unknown_under_the_old_one()
    {
        var manifest = SandboxManifest.Example with { BotEvents = SandboxManifest.Example.BotEvents.Append("channel_id_changed").ToHashSet() };
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = manifest });
        var id = await world.Alice.ChangeIdAsync(world.Incidents);

        var happened = (await world.EventAsync("channel_id_changed")).Json["event"]!;
        Assert.Equal((world.Incidents, id), ((string?)happened["old_channel_id"], (string?)happened["new_channel_id"]));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("conversations.info", ("channel", world.Incidents)));
        Assert.Null(await world.Bot.ErrorAsync("conversations.info", ("channel", id)));
    }

    [Fact]
    public async Task A_channel_is_made_private_once()
    {
        await using var world = await World.StartAsync();
        await world.Alice.MakePrivateAsync(world.Incidents);

        await world.QuietAsync();
        Assert.Single(world.App.Events("message"), each => (string?)each.Json["event"]!["subtype"] == "channel_convert_to_private");
        Assert.True((bool)(await world.Bot.OkAsync("conversations.info", ("channel", world.Incidents)))["channel"]!["is_private"]!);
        await Assert.ThrowsAsync<SandboxException>(() => world.Alice.MakePrivateAsync(world.Incidents));
    }

    [Fact]
    public async Task Whoever_removes_the_bot_is_named()
    {
        await using var world = await World.StartAsync();
        await world.Alice.KickAsync(world.Incidents, world.Sandbox.BotUserId);

        Assert.Equal(world.Alice.Id, (string?)(await world.EventAsync("channel_left")).Json["event"]!["actor_id"]);
    }

    [Theory]
    [InlineData(true, "account_inactive")]
    [InlineData(false, "token_revoked")]
    public async Task A_lost_token_is_refused_until_the_app_is_installed_again(bool uninstalled, string error)
    {
        await using var world = await World.StartAsync();
        await (uninstalled ? world.Client.UninstallAsync() : world.Client.RevokeAsync());

        Assert.Equal(error, await world.Bot.ErrorAsync("auth.test"));
        await world.Client.ReinstallAsync();
        Assert.Null(await world.Bot.ErrorAsync("auth.test"));
    }

    [Theory]
    [InlineData(true, new[] { "app_uninstalled", "tokens_revoked" })]
    [InlineData(false, new[] { "tokens_revoked" })]
    public async Task An_app_without_a_token_hears_of_that_and_of_nothing_else_until_it_is_installed_again(bool uninstalled, string[] heard)
    {
        var manifest = SandboxManifest.Example with { BotEvents = SandboxManifest.Example.BotEvents.Append("app_uninstalled").Append("tokens_revoked").ToHashSet() };
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = manifest });
        await world.QuietAsync();
        var before = world.App.Received.Count;

        await (uninstalled ? world.Client.UninstallAsync() : world.Client.RevokeAsync());
        await world.Alice.PostAsync(world.Incidents, "anybody there?");
        Assert.Equal("unknown_command", (await Assert.ThrowsAsync<SandboxException>(() => world.Alice.CommandAsync(world.General, "/incident"))).Code);
        Assert.Equal("trouble_connecting", (await world.Alice.ShortcutAsync("declare_incident")).Error);
        await world.QuietAsync();
        Assert.Equal(heard, world.App.Received.Skip(before).Select(received => (string?)received.Json["event"]!["type"]).Order());

        await world.Client.InstallAppAsync(world.App.Url);
        await world.Client.ReinstallAsync();
        await world.Alice.PostAsync(world.Incidents, "back");
        Assert.Equal("back", (string?)(await world.EventAsync("message")).Json["event"]!["text"]);
    }

    [Fact]
    public async Task A_lost_event_never_comes()
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("delivery", "lost");
        await world.Alice.PostAsync(world.Incidents, "lost");
        await world.Alice.PostAsync(world.Incidents, "found");
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal("found", (string?)(await world.EventAsync("message")).Json["event"]!["text"]);
    }
}

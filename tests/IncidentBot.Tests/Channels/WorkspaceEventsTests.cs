using IncidentBot.TestKit;

namespace IncidentBot.Tests.Channels;

/// <summary>The app is removed and comes back, the workspace moves: nothing is lost, nothing is tried in vain.</summary>
public sealed class WorkspaceEventsTests
{
    [Theory]
    [InlineData(true, "account_inactive")]
    [InlineData(false, "token_revoked")]
    public async Task Without_its_token_the_bot_sends_nothing_says_so_and_sends_all_when_it_is_back(bool uninstalled, string why)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "ratelimited", retryAfter: 60);
        await bot.Alice.In(incident).Types("/incident update Rolled back");
        await bot.SettlesAsync();
        await (uninstalled ? bot.Client.UninstallAsync() : bot.Client.RevokeAsync());
        await bot.UntilReadyAsync(false);
        Assert.Contains(why, await bot.ReadinessAsync(), StringComparison.Ordinal);

        var calls = (await bot.Client.JournalAsync()).Count(entry => entry is { Direction: "api", Method: not "auth.test" });
        bot.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(calls, (await bot.Client.JournalAsync()).Count(entry => entry is { Direction: "api", Method: not "auth.test" }));

        await bot.Client.ReinstallAsync();
        await bot.UntilReadyAsync(true);
        await bot.SettlesAsync();
        // Moving the clock until it was back may have been too long for a call under way, which is then tried again a second later.
        await bot.LaterAsync(TimeSpan.FromSeconds(5));

        Assert.Single(await bot.SaidInAsync(incident), text => text.Contains("Rolled back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_name_changes_nothing_and_a_new_address_changes_the_links_made_from_then_on()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Client.ChangeTeamAsync(name: "Harbour Works", domain: "harbour-works");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Reacts(await bot.Alice.In(incident).Says("The crane stands"), "pushpin");
        await bot.SettlesAsync();

        Assert.StartsWith("https://harbour-works.slack.com/archives/", Assert.Single(await bot.Store.RecordedAsync(incident)).Permalink, StringComparison.Ordinal);
    }
}

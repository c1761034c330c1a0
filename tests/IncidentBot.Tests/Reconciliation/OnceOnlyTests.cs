using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>Comparing is cheap where nothing happened, harmless when it is done again, and never the louder voice against what was heard.</summary>
public sealed class OnceOnlyTests
{
    private static readonly string[] Reading = ["conversations.info", "pins.list", "conversations.history", "conversations.replies", "reactions.get"];

    [Fact]
    public async Task A_quiet_channel_costs_three_calls_and_nobody_hears_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var parent = await here.Captures("Queue is full");
        await here.Reacts(await here.Says("So is the other one", inThread: parent), "memo");
        await bot.SettlesAsync();
        var before = (await bot.Client.JournalAsync())[^1].N;

        for (var minute = 0; minute < 16; minute++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await bot.HasComparedAsync();
        }

        Assert.Equal(["conversations.info", "conversations.history", "pins.list"], await ReadsAsync(bot, before));
        Assert.Empty(await bot.SaidInAsync(incident));
    }

    [Fact]
    public async Task Doing_it_again_and_hearing_of_it_late_change_nothing_more()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var known = await here.Captures("Queue is full");
        var fresh = await here.Says("Rolled back");
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await bot.GoDownAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await here.TakesBack(known, "pushpin");
        await bot.Alice.Hands.EditAsync(incident.Channel, known, "Queue was full");
        await here.Reacts(fresh, "fire_extinguisher");
        await here.Pins(fresh);
        bot.Clock.Advance(Absence.Long);
        await bot.ComeUpAsync();
        await bot.HasComparedAsync();
        var (ends, held, versions) = (await bot.EndsAsync(incident), await bot.HeldAsync(incident), (await bot.Store.VersionsAsync(incident)).Count);

        Assert.True(await bot.Client.RedeliverAllFailedAsync() > 0);
        await bot.SettlesAsync();
        await bot.MissesAsync(() => Task.CompletedTask);

        Assert.Equal((ends, held, versions), (await bot.EndsAsync(incident), await bot.HeldAsync(incident), (await bot.Store.VersionsAsync(incident)).Count), Same);
        Assert.Single(await bot.SaidInAsync(incident));
    }

    [Fact]
    public async Task Stopped_while_it_compares_it_begins_again_and_says_its_line_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Rolled back");
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await bot.GoDownAsync();
        await bot.Client.FaultAsync("delivery", "lost", times: 100);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.Client.ClearFaultsAsync();
        bot.Clock.Advance(Absence.Long);
        await bot.Client.FaultAsync("pins.list", "http_500");
        await bot.ComeUpAsync();
        await Until.ItIsAsync(async () => (await bot.Client.JournalAsync()).Any(entry => entry.Method == "pins.list"));

        await bot.RestartAsync();
        await bot.HasComparedAsync();

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Contains("1 capture added", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_once_and_not_every_time()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var reply = await here.Says("The replica is fine", inThread: await here.Says("A thread"));

        await bot.MissesAsync(async () =>
        {
            await here.Pins(reply);
            await bot.Client.FaultAsync("conversations.replies", "channel_is_limited_access", times: 50);
        }, keepFaults: true);
        await bot.MissesAsync(() => Task.CompletedTask, keepFaults: true);

        Assert.Contains("1 could not be read", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task Asked_by_hand_it_also_says_that_nothing_was_wrong()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Says("Rolled back");

        Assert.Contains("nothing was missing", await here.Asks("/incident reconcile"), StringComparison.Ordinal);
        await bot.Client.FaultAsync("delivery", "lost");
        await here.Reacts(ts, "pushpin");
        Assert.Contains("1 capture added", await here.Asks("/incident reconcile"), StringComparison.Ordinal);

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    private static bool Same<TA, TB>((IReadOnlyList<TA> Ends, List<TB> Held, int Versions) a, (IReadOnlyList<TA> Ends, List<TB> Held, int Versions) b) =>
        a.Ends.SequenceEqual(b.Ends) && a.Held.SequenceEqual(b.Held) && a.Versions == b.Versions;

    private static async Task<IReadOnlyList<string>> ReadsAsync(TestBot bot, long after) =>
        [.. (await bot.Client.JournalAsync(after)).Where(entry => entry.Direction == "api" && Reading.Contains(entry.Method)).Select(entry => entry.Method)];
}

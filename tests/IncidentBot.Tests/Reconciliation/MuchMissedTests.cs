using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>More was missed than one page, one thread's page or one round shows: all of it is looked at in the end, and what was not yet is said.</summary>
public sealed class MuchMissedTests
{
    [Fact]
    public async Task More_written_than_a_page_is_read_back_to_where_the_absence_began()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 5, reads: 20 }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        await bot.MissesAsync(async () =>
        {
            await here.Reacts(await here.Says("Rolled back"), "pushpin");
            await SaysAsync(here, 22);
        });

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.EndsWith(": 1 capture added.", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);
        Assert.False(await IsLeftAsync(bot));
    }

    [Fact]
    public async Task Where_a_round_has_to_stop_it_says_so_and_the_next_one_goes_on_there()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 5, reads: 4 }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        await bot.MissesAsync(async () =>
        {
            await here.Reacts(await here.Says("Rolled back"), "pushpin");
            await SaysAsync(here, 30);
        });

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Matches("^While I was away .*: nothing was missed so far. Older than .* I did not look yet", Assert.Single(await bot.SaidInAsync(incident)));
        Assert.True(await IsLeftAsync(bot));

        await GoneOnAsync(bot);

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Single(await bot.SaidInAsync(incident), line => line.Contains(": 1 capture added.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_by_hand_it_goes_on_at_once_where_it_stopped()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 5, reads: 4 }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await bot.MissesAsync(async () =>
        {
            await here.Reacts(await here.Says("Rolled back"), "pushpin");
            await SaysAsync(here, 15);
        });

        Assert.Contains("1 capture added", await here.Asks("/incident reconcile"), StringComparison.Ordinal);

        Assert.Equal("Rolled back", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.False(await IsLeftAsync(bot));
    }

    [Fact]
    public async Task A_thread_longer_than_the_page_shows_what_was_said_last()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 5, reads: 4 }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var parent = await here.Says("A thread");
        await SaysAsync(here, 12, parent);

        await bot.MissesAsync(async () =>
        {
            await SaysAsync(here, 8, parent);
            await here.Reacts(await here.Says("The replica is fine", inThread: parent), "bulb");
        });

        Assert.Equal("The replica is fine", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.False(await IsLeftAsync(bot));
    }

    [Fact]
    public async Task Much_that_was_captured_keeps_no_thread_waiting_and_is_looked_at_to_the_last()
    {
        await using var bot = await TestBot.StartConfiguredAsync("reconciliation: { page: 5, reads: 4 }");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var first = await here.Captures("Queue is full");
        for (var i = 0; i < 12; i++)
            await here.Captures($"Step {i}");
        await SaysAsync(here, 5);
        var parent = await here.Says("A thread");

        await bot.MissesAsync(async () =>
        {
            await here.Reacts(await here.Says("The replica is fine", inThread: parent), "bulb");
            await bot.Alice.Hands.EditAsync(incident.Channel, first, "Queue was full");
        });

        Assert.Contains(await bot.Store.RecordedAsync(incident), entry => entry.Text == "The replica is fine");
        Assert.Contains("Older than", Assert.Single(await bot.SaidInAsync(incident)), StringComparison.Ordinal);

        await GoneOnAsync(bot);

        Assert.Contains(await bot.Store.RecordedAsync(incident), entry => entry.Text == "Queue was full");
        Assert.Single(await bot.SaidInAsync(incident), line => line.Contains("1 edit followed", StringComparison.Ordinal));
    }

    private static async Task SaysAsync(TestPlace here, int count, string? inThread = null)
    {
        for (var i = 0; i < count; i++)
            await here.Says($"Line {i}", inThread);
    }

    private static Task<bool> IsLeftAsync(TestBot bot) => bot.Store.ReadAsync(db => db.Incidents.AnyAsync(row => row.MissedFrom != null || row.StoppedAt != null));

    /// <summary>Lets the clock bring round after round until nothing is left.</summary>
    private static Task GoneOnAsync(TestBot bot) => Until.ItIsAsync(async () =>
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.HasComparedAsync();
        return !await IsLeftAsync(bot);
    });
}

using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Scheduling;

/// <summary>Requests are forgotten when Slack can no longer send them again; timelines never.</summary>
public sealed class ForgetTests
{
    [Fact]
    public async Task What_is_long_done_is_forgotten_and_the_timeline_stays()
    {
        await using var bot = await TestBot.StartAsync(("KEEP_REQUESTS", "2d"));
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note We looked");
        var lines = await bot.Store.TimelineAsync(incident);

        await bot.LaterAsync(TimeSpan.FromDays(1));
        await ForgottenAsync(bot, 0);
        await bot.LaterAsync(TimeSpan.FromDays(2));
        await ForgottenAsync(bot, 1);

        Assert.Equal(lines, await bot.Store.TimelineAsync(incident));
        Assert.Equal("We looked", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task What_was_put_aside_is_kept_for_a_human()
    {
        await using var bot = await TestBot.StartAsync(("KEEP_REQUESTS", "1d"));
        await using (var db = await bot.Contexts.CreateDbContextAsync())
        {
            db.Inbox.Add(new InboxRow { TeamId = bot.Sandbox.TeamId, Key = "dead", Source = InboxSource.Slack, Kind = "x", Body = [], ReceivedAt = bot.Now, State = InboxState.Dead, HandledAt = bot.Now });
            db.Outbox.Add(new OutboxRow { TeamId = bot.Sandbox.TeamId, Stream = "x", Kind = "x", Payload = "{}", CreatedAt = bot.Now, State = OutboxState.Dead, DoneAt = bot.Now });
            await db.SaveChangesAsync();
        }
        await bot.Alice.In(bot.General).Asks("/incident list");

        await bot.LaterAsync(TimeSpan.FromDays(3));
        await ForgottenAsync(bot, 1);

        Assert.Equal("dead", Assert.Single(await bot.Store.InboxAsync()).Key);
        Assert.Equal(OutboxState.Dead, Assert.Single(await bot.Store.OutboxAsync()).State);
    }

    /// <summary>Waits until the hourly job has run as often as expected with something to forget.</summary>
    private static async Task ForgottenAsync(TestBot bot, int runs)
    {
        await Until.ItIsAsync(() => Task.FromResult(Runs() >= runs));
        Assert.Equal(runs, Runs());

        int Runs() => bot.Log.Lines.Count(line => line.Contains("were forgotten", StringComparison.Ordinal));
    }
}

using IncidentBot.Domain.Timeline;
using IncidentBot.Evidence;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Tests.Storage;
using IncidentBot.Tests.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Channels;

/// <summary>A channel got another id: evidence from it stays the same evidence, whichever incident holds it.</summary>
public sealed class IdChangedTests
{
    [Fact]
    public async Task Evidence_of_another_incident_follows_and_is_neither_doubled_nor_lost()
    {
        await using var bot = await TestBot.StartAsync();
        var holder = await bot.Alice.Declares();
        var moved = await bot.Alice.Declares("Search is slow");
        var ts = await bot.Alice.In(moved).Captures("The queue is full");
        await ChoosesAsync(bot, bot.Alice, moved.Channel, ts, holder);

        var id = await bot.Alice.Hands.ChangeIdAsync(moved.Channel);
        await bot.SettlesAsync();
        await bot.Alice.Hands.EditAsync(id, ts, "The queue was full");
        await bot.SettlesAsync();
        await ChoosesAsync(bot, bot.Alice, id, ts, holder);

        foreach (var incident in new[] { holder, moved })
        {
            var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
            Assert.Equal(("The queue was full", id), (entry.Text, entry.Source!.Channel.Value));
            Assert.Equal([EntryChange.Recorded, EntryChange.MessageEdited], await Said.ChangesAsync(bot, incident));
            Assert.Equal(0, (await VerdictAsync(bot, incident)).ExitCode);
        }
        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => row.State == InboxState.Dead);
    }

    [Fact]
    public async Task Evidence_from_a_channel_that_is_no_incidents_follows_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Bob.In(bot.Announcements).Says("Nobody can pay");
        await ChoosesAsync(bot, bot.Alice, bot.Announcements, ts, incident);

        var id = await bot.Bob.Hands.ChangeIdAsync(bot.Announcements);
        await bot.SettlesAsync();
        await bot.Bob.Hands.EditAsync(id, ts, "Nobody in Spain can pay");
        await bot.SettlesAsync();

        Assert.Equal("Nobody in Spain can pay", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal(0, (await VerdictAsync(bot, incident)).ExitCode);
    }

    [Fact]
    public async Task What_came_under_the_new_id_first_stands_and_nothing_gives_up()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Bob.In(bot.Announcements).Says("Nobody can pay");
        await ChoosesAsync(bot, bot.Alice, bot.Announcements, ts, incident);
        await bot.Client.FaultAsync("delivery", "lost", times: 10);
        var id = await bot.Bob.Hands.ChangeIdAsync(bot.Announcements);
        await bot.Client.ClearFaultsAsync();
        await ChoosesAsync(bot, bot.Alice, id, ts, incident);

        await bot.Wire.SendJsonAsync($$"""
            {"type":"event_callback","team_id":"{{bot.Sandbox.TeamId}}","api_app_id":"A0","event_id":"EvLATE","event_time":1930291200,
             "event":{"type":"channel_id_changed","old_channel_id":"{{bot.Announcements}}","new_channel_id":"{{id}}","event_ts":"1930291200.000300"} }
            """);
        await bot.SettlesAsync();

        Assert.DoesNotContain(await bot.Store.InboxAsync(), row => row.State == InboxState.Dead);
        Assert.Equal([id], await bot.Store.ReadAsync(db => Task.FromResult(db.Captures.Select(row => row.Channel).ToList())));
    }

    [Fact]
    public async Task A_message_that_is_being_read_meanwhile_is_read_again_under_the_new_id_and_captured()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("The queue is full");
        await bot.Client.FaultAsync("conversations.replies", "ratelimited", retryAfter: 30);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Store.ReadAsync(db => db.Outbox.Where(row => row.Kind == "read-message")
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, OutboxState.Done).SetProperty(r => r.TurnAt, (DateTimeOffset?)null)));

        await bot.Alice.Hands.ChangeIdAsync(incident.Channel);
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(31));

        Assert.Equal("The queue is full", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task What_follows_is_found_by_its_channel_and_not_by_looking_through_everything()
    {
        await using var bot = await TestBot.StartAsync();

        var steps = await new QueryPlans(bot.DatabasePath).OfAsync(async db =>
        {
            await db.Timeline.MoveSourcesAsync("T1", "C1", "C2", default);
            await db.Captures.MoveAsync("T1", "C1", "C2", default);
            await db.AwaitedInAsync("T1", "C2", default);
            await db.Incidents.MoveAnnouncementsAsync("T1", "C1", "C2", default);
        });

        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.Contains("SourceChannel=?", StringComparison.Ordinal));
        Assert.Equal(2, steps.Count(step => step.Contains("AnnouncementChannelId=?", StringComparison.Ordinal)));
    }

    private static async Task ChoosesAsync(TestBot bot, TestPerson who, string channel, string ts, TestIncident incident)
    {
        await who.In(channel).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await who.Submits(("incident", $"{incident.Number}"));
        await bot.SettlesAsync();
    }

    private static async Task<BundleVerdict> VerdictAsync(TestBot bot, TestIncident incident)
    {
        using var bundle = new MemoryStream();
        Assert.True(await bot.Store.ReadAsync(db => BundleWriter.WriteAsync(db, incident.Number, bot.Now, bundle, default)));
        bundle.Position = 0;
        return await BundleCheck.OfAsync(bundle, "", default);
    }
}

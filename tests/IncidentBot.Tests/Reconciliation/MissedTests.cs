using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>What happened in an incident's channel while the bot was not there is made good, and said in one line.</summary>
public sealed class MissedTests
{
    [Fact]
    public async Task The_files_of_a_message_that_was_marked_meanwhile_are_copied_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.MissesAsync(async () =>
        {
            var ts = await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", [1, 2, 3]);
            await bot.Alice.In(incident).Reacts(ts, "pushpin");
        });

        var file = Assert.Single(Assert.Single(await bot.Store.RecordedAsync(incident)).Files.All);
        Assert.Equal(("graph.png", 3L, FileFate.Copied), (file.Name, file.Size, file.Fate));
    }

    [Fact]
    public async Task Everything_missed_is_made_good_as_if_it_had_been_heard_and_one_line_says_so()
    {
        var (heard, heardMarks) = await PlayAsync(async (bot, act) =>
        {
            await act();
            await bot.SettlesAsync();
        });
        var lines = (IReadOnlyList<string>)[];
        var (missed, missedMarks) = await PlayAsync(async (bot, act) =>
        {
            await bot.MissesAsync(act);
            lines = await bot.SaidInAsync(await bot.Store.NewestAsync());
        });

        Assert.Equal(heard, missed);
        Assert.Equal(heardMarks, missedMarks);
        var line = Assert.Single(lines);
        // Whether the span is named hangs on what else came in as the bot came back; RepairedTests hold when it may be.
        Assert.Matches("^(While I was away|Some of what happened here had not reached me)", line);
        Assert.Contains("4 captures added, 2 withdrawn, 1 edit followed, 2 deletions noted.", line, StringComparison.Ordinal);
    }

    private static async Task<(IReadOnlyList<(string, EntryKind, EntryState, Capturers)> Ends, IReadOnlyList<string> Marks)> PlayAsync(Func<TestBot, Func<Task>, Task> how)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var here = bot.Alice.In(incident);
        var edited = await here.Captures("Queue is full");
        var takenBack = await here.Captures("A slip");
        var deleted = await here.Captures("Never mind");
        var unpinned = await here.Says("Pinned for a while");
        await here.Pins(unpinned);
        var parent = await here.Says("A thread");
        var reply = await here.Says("A reply that goes", inThread: parent);
        await here.Reacts(reply, "mag");
        var fresh = await here.Says("Rolled back");
        var pinned = await here.Says("Runbook step 3");
        var inThread = await here.Says("The replica is fine", inThread: parent);
        await bot.SettlesAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));

        await how(bot, async () =>
        {
            await here.Reacts(fresh, "fire_extinguisher");
            await bot.Bob.In(incident).Reacts(fresh, "memo");
            await bot.Bob.In(incident).Pins(pinned);
            await here.Reacts(inThread, "bulb");
            await bot.Bob.In(incident).Says("and so it stays", inThread: parent);
            await here.TakesBack(takenBack, "pushpin");
            await bot.Bob.Hands.UnpinAsync(incident.Channel, unpinned);
            await bot.Alice.Hands.EditAsync(incident.Channel, edited, "Queue was full");
            await bot.Alice.Hands.DeleteAsync(incident.Channel, deleted);
            await bot.Alice.Hands.DeleteAsync(incident.Channel, reply);
        });

        var marks = (await bot.MessagesAsync(incident.Channel)).SelectMany(message => message.Reactions.Select(reaction => $"{message.Text}: {reaction.Name}"))
            .Order(StringComparer.Ordinal).ToList();
        return (await bot.EndsAsync(incident), marks);
    }
}

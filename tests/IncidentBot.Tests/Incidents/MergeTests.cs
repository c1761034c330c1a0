using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Incidents;

/// <summary>Two incidents that are one become one, and nothing is lost.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task The_duplicate_is_over_and_the_other_one_knows_what_both_knew()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await bot.Alice.Declares("Checkout is failing");
        var duplicate = await bot.Bob.Declares("Payments answer 502");
        await bot.Bob.In(duplicate).Types("/incident note 25m ago alert: card payments time out");
        await bot.Bob.In(duplicate).Captures("The queue is full");
        await bot.Bob.In(duplicate).Types("/incident task restart the queue");
        await bot.SettlesAsync();

        await ConfirmAsync(bot, duplicate);

        var ended = await bot.Store.IncidentAsync(duplicate);
        Assert.Equal((IncidentPhase.Merged, null), (ended.Status.Phase, ended.Review));
        var joined = await bot.Store.TimelineAsync(into);
        var before = await bot.Store.TimelineAsync(duplicate);
        foreach (var words in new[] { "card payments time out", "The queue is full" })
        {
            var (copy, original) = (Assert.Single(joined, entry => entry.Text == words), Assert.Single(before, entry => entry.Text == words));
            Assert.Equal((original.Kind, original.Happened, original.Author, original.Source, original.RecordedBy), (copy.Kind, copy.Happened, copy.Author, copy.Source, copy.RecordedBy));
        }
        Assert.Contains(joined, entry => entry.Text.StartsWith("Incident #2 (Payments answer 502) turned out to be this one; 2 entries", StringComparison.Ordinal));
        Assert.Contains("restart the queue", await bot.Alice.In(into).Asks("/incident tasks"), StringComparison.Ordinal);
        var left = Assert.Single(await bot.Store.ReadAsync(db => db.Tasks.AsNoTracking().Where(row => row.Number == duplicate.Number).ToListAsync()));
        Assert.Equal(TaskState.Dropped, left.State);
        Assert.Contains(before, entry => entry.Text == "Task 1 goes on as number 1 of incident #1: restart the queue");
        Assert.Contains(joined, entry => entry.Text == "Task 1 came from incident #2: restart the queue");
        Assert.Contains(await bot.Bob.In(duplicate).Sees(), message => message.Text.Contains($"Merged into incident #1: it goes on in <#{into.Channel}>", StringComparison.Ordinal));
        Assert.Contains(await bot.Alice.In(into).Sees(), message => message.Text.Contains("Incident #2 (Payments answer 502) turned out to be this one", StringComparison.Ordinal));
        Assert.Contains(bot.Bob.Id, (await bot.ChannelAsync(into.Channel)).Members);
    }

    [Fact]
    public async Task Reopened_it_stands_alone_again_and_what_was_taken_over_stays_there()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await bot.Alice.Declares("Checkout is failing");
        var duplicate = await bot.Bob.Declares("Payments answer 502");
        await bot.Bob.In(duplicate).Types("/incident note the queue is full");
        await bot.SettlesAsync();

        await ConfirmAsync(bot, duplicate);
        await bot.Bob.In(duplicate).Types("/incident reopen");
        await bot.SettlesAsync();

        Assert.Single(await bot.Store.TimelineAsync(into), entry => entry.Text == "the queue is full");
        Assert.False((await bot.Store.IncidentAsync(duplicate)).IsOver);
    }

    [Theory]
    [InlineData("declare Checkout is failing", "drill Payments answer 502", "This is a drill and #1 is real")]
    [InlineData("drill Checkout is failing", "declare Payments answer 502", "This incident is real and #1 is a drill")]
    public async Task What_is_real_and_what_is_practised_are_never_one(string first, string second, string why)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types($"/incident {first}");
        await bot.SettlesAsync();
        await bot.Alice.In(bot.General).Types($"/incident {second}");
        await bot.SettlesAsync();
        var duplicate = await bot.Store.NewestAsync();

        Assert.StartsWith(why, await bot.Alice.In(duplicate).Asks("/incident merge #1"), StringComparison.Ordinal);
        await bot.Alice.In(duplicate).Asks("/incident mergeinto 1");

        Assert.False((await bot.Store.IncidentAsync(duplicate)).IsOver);
    }

    [Fact]
    public async Task Whoever_has_a_task_is_told_once_where_it_goes_on_and_reminded_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares("Checkout is failing");
        var duplicate = await bot.Alice.Declares("Payments answer 502");
        await bot.Alice.In(duplicate).Types($"/incident task restart the queue {bot.Bob.Mention} due in 2h");
        await bot.SettlesAsync();
        var told = await bot.Bob.DirectMessages();

        await ConfirmAsync(bot, duplicate);

        Assert.Equal(told.Count + 1, (await bot.Bob.DirectMessages()).Count);
        Assert.Equal([1], await bot.Store.ReadAsync(db => db.Reminders.Where(row => row.Kind == "task").Select(row => row.Number).ToListAsync()));
    }

    [Fact]
    public async Task Merged_again_nothing_is_doubled_and_an_edit_reaches_the_copy_too()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await bot.Alice.Declares("Checkout is failing");
        var duplicate = await bot.Bob.Declares("Payments answer 502");
        await bot.Bob.In(duplicate).Types("/incident note the queue is full");
        var ts = await bot.Bob.In(duplicate).Says("Restarting it");
        await bot.Bob.In(duplicate).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await ConfirmAsync(bot, duplicate);
        await bot.Bob.In(duplicate).Types("/incident reopen");
        await bot.Bob.In(duplicate).Types("/incident note it is empty again");
        await bot.SettlesAsync();

        await ConfirmAsync(bot, duplicate);
        await bot.Bob.Hands.EditAsync(duplicate.Channel, ts, "Restarting the worker");
        await bot.SettlesAsync();

        Assert.Equal(["the queue is full", "Restarting the worker", "it is empty again"], (await bot.Store.RecordedAsync(into)).Select(entry => entry.Text));
        await bot.Bob.In(duplicate).Types("/incident take");
        await bot.SettlesAsync();
        var note = (await bot.Store.RecordedAsync(duplicate)).First(entry => entry.Text == "the queue is full").Number;
        Assert.Contains("as entry", await bot.Bob.In(duplicate).Asks($"/incident redact {note} a slip"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_merged_into_itself_nor_into_what_is_over_nor_out_of_privacy()
    {
        await using var bot = await TestBot.StartAsync();
        var over = await bot.Alice.Declares("Checkout is failing");
        await bot.Alice.In(over).Types("/incident resolve");
        var live = await bot.Alice.Declares("Search is slow");
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Secret leak"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var secret = await bot.Store.NewestAsync();

        Assert.StartsWith("That is this very incident.", await bot.Alice.In(live).Asks("/incident merge #2"), StringComparison.Ordinal);
        Assert.StartsWith("Incident #1 is over.", await bot.Alice.In(live).Asks("/incident merge into 1"), StringComparison.Ordinal);
        Assert.StartsWith("This incident is private and #2 is not", await bot.Alice.In(secret).Asks("/incident merge 2"), StringComparison.Ordinal);
        Assert.StartsWith("Incident #3 is private and this one is not", await bot.Alice.In(live).Asks("/incident merge 3"), StringComparison.Ordinal);
        Assert.StartsWith("Say which incident this one is", await bot.Alice.In(live).Asks("/incident merge checkout"), StringComparison.Ordinal);
        Assert.StartsWith("There is no incident #3 that you can see here.", await bot.Bob.In(live).Asks("/incident merge 3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_merge_does_not_take_along_is_said_before_and_after_and_set_by_a_person()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await bot.Bob.Declares("Payments answer 502");
        var duplicate = await bot.Alice.Declares("Nobody can pay");
        var here = bot.Alice.In(duplicate);
        await here.Asks("/incident sev 1");
        await here.Asks("/incident take");

        var asked = await here.AsksFor($"/incident merge #{into.Number}");
        Assert.Contains("SEV-1 CRITICAL: that, its impact, its last update and who commands do not go along.", asked.Text, StringComparison.Ordinal);
        await here.Presses(asked, $"Merge into #{into.Number}");
        await bot.SettlesAsync();
        var done = (await here.Whispers())[^1];

        Assert.True((await bot.Store.IncidentAsync(into)).Severity.IsUnset);
        Assert.Contains(await bot.SaidInAsync(into), line => line.Contains($"commanded by {bot.Alice.Mention}", StringComparison.Ordinal) && line.Contains("SEV-1", StringComparison.Ordinal));
        await here.Presses(done, "Set 🔴 SEV-1 CRITICAL there");
        await bot.SettlesAsync();
        Assert.Equal(Severity.Sev1, (await bot.Store.IncidentAsync(into)).Severity);
    }

    [Fact]
    public async Task Why_a_severity_goes_along_is_written_in_everybodys_language_not_in_theirs_who_press()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: on }");
        var into = await bot.Bob.Declares("Payments answer 502");
        await bot.Alice.Hands.ChangeProfileAsync(locale: "de-DE");
        await bot.SettlesAsync();
        var duplicate = await bot.Alice.Declares("Nobody can pay");
        var here = bot.Alice.In(duplicate);
        await here.Asks("/incident sev 1");
        var asked = await here.AsksFor($"/incident merge #{into.Number}");
        await here.Presses(asked, "Mit #1 zusammenführen");
        await bot.SettlesAsync();

        await here.Presses((await here.Whispers())[^1], "Dort 🔴 SEV-1 KRITISCH setzen");
        await bot.SettlesAsync();

        Assert.Contains(await bot.Store.TimelineAsync(into), entry => entry.Text.EndsWith("as #2 was", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_subscribed_to_a_duplicate_hears_of_the_one_that_goes_on()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await bot.Bob.Declares("Payments answer 502");
        var duplicate = await bot.Alice.Declares("Nobody can pay");
        await bot.Dana.In(bot.General).Asks($"/incident #{duplicate.Number} subscribe");
        var here = bot.Alice.In(duplicate);

        var asked = await here.AsksFor($"/incident merge #{into.Number}");
        await here.Presses(asked, $"Merge into #{into.Number}");
        await bot.SettlesAsync();
        Assert.Contains($"is also what was incident #{duplicate.Number}", (await bot.Dana.DirectMessages())[^1].Text, StringComparison.Ordinal);
        await bot.Bob.In(into).Asks("/incident update We found it");

        Assert.Contains("We found it", (await bot.Dana.DirectMessages())[^1].Text, StringComparison.Ordinal);
    }

    private static async Task ConfirmAsync(TestBot bot, TestIncident duplicate)
    {
        var asked = await bot.Bob.In(duplicate).AsksFor("/incident merge #1");
        await bot.Bob.In(duplicate).Presses(asked, "Merge into #1");
        await bot.SettlesAsync();
    }
}

using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Updates;
using IncidentBot.TestKit;
using IncidentBot.Tests.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Incidents;

/// <summary>Where an incident was merged away, whoever is still there hears where it goes on, and nothing they say is lost.</summary>
public sealed class MergedAwayTests
{
    [Fact]
    public async Task A_note_is_kept_where_it_was_made_and_says_where_it_goes_on()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);

        var answer = await bot.Bob.In(duplicate).AsksFor("/incident note cards work again");
        await bot.Bob.In(duplicate).Presses(answer, "Note it in #1 too");
        await bot.SettlesAsync();

        Assert.Contains($"This incident goes on as <#{into.Channel}>", answer.Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.TimelineAsync(duplicate), entry => entry.Text == "cards work again");
        Assert.Single(await bot.Store.TimelineAsync(into), entry => entry.Text == "cards work again");
    }

    [Fact]
    public async Task What_is_marked_there_is_kept_where_it_goes_on_and_whoever_marks_is_told_once()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var first = await bot.Bob.In(duplicate).Says("Cards work again");
        var second = await bot.Bob.In(duplicate).Says("Refunds too");
        var before = (await bot.Bob.In(duplicate).Whispers()).Count;

        await bot.Bob.In(duplicate).Reacts(first, "pushpin");
        await bot.SettlesAsync();
        await bot.Bob.In(duplicate).Pins(second);
        await bot.SettlesAsync();

        var told = Assert.Single((await bot.Bob.In(duplicate).Whispers()).Skip(before));
        Assert.Contains("What you mark here goes on the timeline of", told.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Store.RecordedAsync(duplicate));
        Assert.Equal(["Cards work again", "Refunds too"], (await bot.Store.RecordedAsync(into)).Select(entry => entry.Text).Order());
    }

    [Theory]
    [InlineData("sev 2")]
    [InlineData("status identified")]
    [InlineData("update All is well.")]
    [InlineData("task restart the queue")]
    [InlineData("take")]
    [InlineData("resolve")]
    [InlineData("impact 4200 of 60000")]
    [InlineData("service checkout")]
    public async Task What_says_how_it_stands_is_said_where_it_goes_on(string words)
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, _) = await MergedAsync(bot);
        var before = (await bot.Store.IncidentAsync(duplicate)).Version;

        var answer = await bot.Bob.In(duplicate).AsksFor($"/incident {words}");

        Assert.StartsWith("#2 was merged and goes on as", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Do it in #1", answer.Blocks.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, (await bot.Store.IncidentAsync(duplicate)).Version);
    }

    [Fact]
    public async Task By_a_press_it_is_done_there()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);

        var answer = await bot.Bob.In(duplicate).AsksFor("/incident sev 2 many cards fail");
        await bot.Bob.In(duplicate).Presses(answer, "Do it in #1");
        await bot.SettlesAsync();

        Assert.Equal("sev2", (await bot.Store.IncidentAsync(into)).Severity.Key);
    }

    [Fact]
    public async Task Merged_twice_it_goes_on_as_the_last_one_and_a_task_of_that_number_is_another()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var last = await bot.Alice.Declares("Everything is slow");
        var asked = await bot.Alice.In(into).AsksFor("/incident merge #3");
        await bot.Alice.In(into).Presses(asked, "Merge into #3");
        await bot.SettlesAsync();

        var answer = await bot.Bob.In(duplicate).AsksFor("/incident task 1 done");

        Assert.Contains($"goes on as <#{last.Channel}>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Do it in", answer.Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopened_the_one_it_had_gone_on_as_hears_of_it_and_its_own_words_count_again()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);

        await bot.Bob.In(duplicate).Asks("/incident reopen");
        await bot.Bob.In(duplicate).Asks("/incident sev 2");

        Assert.Contains(await bot.Alice.In(into).Sees(), message => message.Text.Contains("Incident #2 (Payments answer 502) was reopened and goes on by itself again", StringComparison.Ordinal));
        Assert.Contains(await bot.Store.TimelineAsync(into), entry => entry.Text.StartsWith("Incident #2 (Payments answer 502) was reopened", StringComparison.Ordinal));
        var reopening = (await bot.Store.InboxAsync()).Single(row => System.Text.Encoding.UTF8.GetString(row.Body).Contains("reopen", StringComparison.Ordinal)).Id;
        Assert.True(await bot.Store.ReadAsync(db => db.AlsoAbout.AnyAsync(row => row.Number == into.Number && row.RequestId == reopening)));
        var stands = await bot.Store.IncidentAsync(duplicate);
        Assert.Equal(("sev2", null), (stands.Severity.Key, stands.MergedInto));
    }

    [Fact]
    public async Task A_task_form_sent_after_the_merge_opens_where_it_goes_on_with_all_that_was_filled_in()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var ts = await bot.Bob.In(duplicate).Says("The queue hangs");
        await bot.Bob.In(duplicate).Uses("add_as_task", ts);
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate);

        var answer = await bot.Bob.In(duplicate).HearsAfter(() => bot.Bob.Submits(("incident", "2"), ("text", "2 queues <@U1>: restart"), ("sort", "FollowUp"), ("owner", bot.Alice.Id), ("due", "17:00")));
        Assert.Contains("2 queues &lt;@U1&gt;: restart", answer.Blocks.ToString().Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(await TaskCommandTests.TasksAsync(bot));
        await bot.Bob.In(duplicate).Presses(answer, "Open the form in #1");
        await bot.SettlesAsync();
        await bot.Bob.Submits();
        await bot.SettlesAsync();

        var task = Assert.Single(await TaskCommandTests.TasksAsync(bot));
        Assert.Equal(
            (into.Number, TaskSort.FollowUp, "2 queues &lt;@U1&gt;: restart", bot.Alice.User, ts),
            (task.Incident.Number, task.Sort, task.Text, task.Owner!.Value, task.Source!.Ts));
        Assert.NotNull(task.DueAt);
    }

    [Fact]
    public async Task A_task_form_opened_there_is_for_the_one_it_goes_on_as()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var ts = await bot.Bob.In(duplicate).Says("The queue hangs");

        await bot.Bob.In(duplicate).Uses("add_as_task", ts);
        await bot.SettlesAsync();
        await bot.Bob.Submits(("text", "restart it"));
        await bot.SettlesAsync();

        Assert.Equal(into.Number, Assert.Single(await TaskCommandTests.TasksAsync(bot)).Incident.Number);
    }

    [Fact]
    public async Task An_update_form_sent_after_the_merge_opens_there_with_its_three_parts_and_its_audience()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        await bot.Bob.In(duplicate).Types("/incident update");
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate);

        var answer = await bot.Bob.In(duplicate).HearsAfter(() => bot.Bob.Submits(("status", "Half are back."), ("findings", "The index was gone."), ("actions", "Bob rebuilds it."), ("audience", new[] { "external" })));
        Assert.Contains("The index was gone.", answer.Blocks.ToString(), StringComparison.Ordinal);
        await bot.Bob.In(duplicate).Presses(answer, "Open the form in #1");
        await bot.SettlesAsync();
        Assert.Null((await bot.Store.IncidentAsync(into)).LastUpdate);
        await bot.Bob.Submits();
        await bot.SettlesAsync();

        var update = (await bot.Store.IncidentAsync(into)).LastUpdate!;
        Assert.Equal((new UpdateParts("Half are back.", "The index was gone.", "Bob rebuilds it."), UpdateAudience.External), (update.Parts, update.Audience));
    }

    [Fact]
    public async Task A_correction_sent_after_the_merge_is_given_back_and_becomes_nothing_else()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        await bot.Bob.In(duplicate).Asks("/incident update Half are back.");
        await bot.Bob.In(duplicate).Types("/incident update");
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate);

        var answer = await bot.Bob.In(duplicate).HearsAfter(() => bot.Bob.Submits(("status", "A third is back."), ("how", "correct")));

        Assert.Contains("A third is back.", answer.Blocks.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Open the form", answer.Blocks.ToString(), StringComparison.Ordinal);
        Assert.Null((await bot.Store.IncidentAsync(into)).LastUpdate);
    }

    [Fact]
    public async Task An_impact_form_sent_after_the_merge_opens_there_with_its_numbers()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        await bot.Bob.In(duplicate).Types("/incident impact");
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate);

        var answer = await bot.Bob.In(duplicate).HearsAfter(() => bot.Bob.Submits(("affected", "4200"), ("distinct", "distinct"), ("daily", "60000"), ("affected_source", "the logs")));
        await bot.Bob.In(duplicate).Presses(answer, "Open the form in #1");
        await bot.SettlesAsync();
        await bot.Bob.Submits();
        await bot.SettlesAsync();

        var estimate = (await bot.Store.IncidentAsync(into)).Impacts.Last!;
        Assert.Equal((true, "the logs", 60_000), (estimate.Affected.AreDistinct, estimate.Affected.Source, estimate.Daily.Count!.Least));
    }

    private static async Task<(TestIncident Duplicate, TestIncident Into)> MergedAsync(TestBot bot)
    {
        var (duplicate, into) = await DeclaredAsync(bot);
        await MergeAsync(bot, duplicate);
        return (duplicate, into);
    }

    private static async Task<(TestIncident Duplicate, TestIncident Into)> DeclaredAsync(TestBot bot)
    {
        var into = await bot.Alice.Declares("Checkout is failing");
        return (await bot.Bob.Declares("Payments answer 502"), into);
    }

    private static async Task MergeAsync(TestBot bot, TestIncident duplicate)
    {
        var asked = await bot.Bob.In(duplicate).AsksFor("/incident merge #1");
        await bot.Bob.In(duplicate).Presses(asked, "Merge into #1");
        await bot.SettlesAsync();
    }
}

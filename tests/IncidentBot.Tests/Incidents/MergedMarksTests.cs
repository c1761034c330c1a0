using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;
using static IncidentBot.Tests.Incidents.MergedTasksTests;

namespace IncidentBot.Tests.Incidents;

/// <summary>What is marked in the channel of an incident that was merged stands where it goes on, and never where nobody looks; nor is it carried out of a private channel.</summary>
public sealed class MergedMarksTests
{
    [Fact]
    public async Task A_mark_puts_the_message_there_with_its_channel_and_the_tick_and_taken_back_it_goes()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);

        var ts = await bot.Bob.In(duplicate).Captures("Cards work again");

        Assert.Equal(duplicate.Channel, Assert.Single(await bot.Store.RecordedAsync(into)).Source!.Channel.Value);
        Assert.Empty(await bot.Store.RecordedAsync(duplicate));
        Assert.Contains($"message> in <#{duplicate.Channel}>", await bot.Alice.In(into).Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.Contains(bot.Sandbox.BotUserId, await WhoTickedAsync(bot, duplicate, ts));

        await bot.Bob.In(duplicate).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.True(Assert.Single(await bot.Store.TimelineAsync(into), entry => entry.Text == "Cards work again").State.HasFlag(EntryState.Withdrawn));
        Assert.Empty(await WhoTickedAsync(bot, duplicate, ts));
    }

    [Fact]
    public async Task Marked_before_the_merge_and_taken_back_after_it_the_copy_stays()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var ts = await bot.Bob.In(duplicate).Captures("Cards work again");
        await MergeAsync(bot, duplicate);

        await bot.Bob.In(duplicate).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.True(Assert.Single(await bot.Store.TimelineAsync(duplicate), entry => entry.Text == "Cards work again").State.HasFlag(EntryState.Withdrawn));
        Assert.Equal(EntryState.Shown, Assert.Single(await bot.Store.TimelineAsync(into), entry => entry.Text == "Cards work again").State);
    }

    [Fact]
    public async Task Marked_while_it_was_merged_it_can_be_taken_back_after_the_reopening()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var ts = await bot.Bob.In(duplicate).Captures("Cards work again");
        await bot.Bob.In(duplicate).Asks("/incident reopen");

        await bot.Bob.In(duplicate).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.True(Assert.Single(await bot.Store.TimelineAsync(into), entry => entry.Text == "Cards work again").State.HasFlag(EntryState.Withdrawn));
    }

    [Fact]
    public async Task What_was_said_among_invited_people_is_not_carried_out_by_a_mark()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        await bot.Bob.Hands.MakePrivateAsync(duplicate.Channel);
        await bot.SettlesAsync();
        var ts = await bot.Bob.In(duplicate).Says("Dana took the keys");

        var answer = await bot.Bob.In(duplicate).HearsAfter(() => bot.Bob.In(duplicate).Reacts(ts, "pushpin"));

        Assert.Contains("#2 is private and goes on as #1, which everybody may read", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.Store.TimelineAsync(into), entry => entry.Text.Contains("keys", StringComparison.Ordinal));
        Assert.Empty(await WhoTickedAsync(bot, duplicate, ts));
        await bot.Bob.In(duplicate).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        Assert.DoesNotContain("Checkout is failing", (await bot.Bob.Form())!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_edited_among_invited_people_while_the_bot_is_away_stays_there_too()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var ts = await bot.Bob.In(duplicate).Says("Dana looks");
        await bot.Bob.In(duplicate).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Bob.Hands.MakePrivateAsync(duplicate.Channel);
        await bot.SettlesAsync();
        await bot.GoDownAsync();
        await bot.Bob.Hands.EditAsync(duplicate.Channel, ts, "Dana looks for the keys");
        await bot.Client.QuietAsync(TimeSpan.FromMilliseconds(1));
        await bot.ComeUpAsync();
        await bot.LaterAsync(TimeSpan.FromMinutes(20));
        await bot.Bob.In(duplicate).Types("/incident reconcile");
        await bot.SettlesAsync();

        Assert.DoesNotContain(await bot.Store.VersionsAsync(into), version => version.Text.Contains("keys", StringComparison.Ordinal));
        Assert.Equal("Dana looks _(edited since, in a channel that is private)_", Assert.Single(await bot.Store.RecordedAsync(into)).Text);
    }

    [Fact]
    public async Task What_is_edited_among_invited_people_stays_there_and_the_entry_says_that_it_was()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var ts = await bot.Bob.In(duplicate).Says("Dana looks");
        await bot.Bob.In(duplicate).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Bob.Hands.MakePrivateAsync(duplicate.Channel);
        await bot.SettlesAsync();

        foreach (var words in new[] { "Dana looks for the keys", "Dana has the keys" })
        {
            await bot.LaterAsync(TimeSpan.FromMinutes(1));
            await bot.Bob.Hands.EditAsync(duplicate.Channel, ts, words);
            await bot.SettlesAsync();
        }

        Assert.Equal("Dana looks _(edited since, in a channel that is private)_", Assert.Single(await bot.Store.RecordedAsync(into)).Text);
        Assert.DoesNotContain(await bot.Store.VersionsAsync(into), version => version.Text.Contains("keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_menu_offers_the_one_it_goes_on_as_first()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var ts = await bot.Bob.In(duplicate).Says("Cards work again");

        await bot.Bob.In(duplicate).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await bot.Bob.Submits();
        await bot.SettlesAsync();

        Assert.Equal("Cards work again", Assert.Single(await bot.Store.RecordedAsync(into)).Text);
        Assert.Empty(await bot.Store.RecordedAsync(duplicate));
    }

    [Fact]
    public async Task A_form_opened_before_the_merge_and_sent_after_it_puts_the_message_there()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await DeclaredAsync(bot);
        var ts = await bot.Bob.In(duplicate).Says("Cards work again");
        await bot.Bob.In(duplicate).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate);

        await bot.Bob.Submits();
        await bot.SettlesAsync();

        Assert.Equal("Cards work again", Assert.Single(await bot.Store.RecordedAsync(into)).Text);
        Assert.Empty(await bot.Store.RecordedAsync(duplicate));
    }

    [Fact]
    public async Task Who_cannot_see_where_it_goes_on_is_offered_its_number_and_the_message_goes_there()
    {
        await using var bot = await TestBot.StartAsync();
        var into = await PrivatelyAsync(bot, "Secret leak");
        var duplicate = await PrivatelyAsync(bot, "Keys stolen");
        await bot.Alice.Hands.InviteAsync(duplicate.Channel, [bot.Bob.Id]);
        await bot.SettlesAsync();
        await MergeAsync(bot, duplicate, by: bot.Alice);
        var ts = await bot.Bob.In(duplicate).Says("All keys are new");

        await bot.Bob.In(duplicate).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        var form = (await bot.Bob.Form())!.Value.ToString();
        var answer = await bot.Bob.In(duplicate).HearsAfter(() => bot.Bob.Submits());

        Assert.Contains("#1, where #2 goes on", form, StringComparison.Ordinal);
        Assert.Contains("On the timeline of #1:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret leak", form + answer.Text, StringComparison.Ordinal);
        Assert.Equal("All keys are new", Assert.Single(await bot.Store.RecordedAsync(into)).Text);
    }

    [Fact]
    public async Task Who_may_write_on_the_timeline_there_decides_whether_a_mark_is_kept()
    {
        await using var bot = await TestBot.StartConfiguredAsync("permissions: { recording: responders }");
        var (duplicate, into) = await DeclaredAsync(bot);
        await MergeAsync(bot, duplicate);
        await bot.Chiyo.Hands.JoinAsync(duplicate.Channel);
        var ts = await bot.Chiyo.In(duplicate).Says("Cards work again");

        await bot.Chiyo.In(duplicate).HearsAfter(() => bot.Chiyo.In(duplicate).Reacts(ts, "pushpin"));
        await bot.SettlesAsync();
        Assert.Empty(await bot.Store.RecordedAsync(into));
        await bot.Alice.Hands.JoinAsync(duplicate.Channel);
        await bot.Alice.In(duplicate).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal("Cards work again", Assert.Single(await bot.Store.RecordedAsync(into)).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Compared_with_its_channel_a_mark_that_went_there_is_known_and_one_that_was_missed_is_brought_there(bool reopened)
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var here = bot.Bob.In(duplicate);
        var ts = await here.Captures("Cards work again");
        if (reopened)
            await here.Asks("/incident reopen");
        var missed = await here.Says("The queue is empty");
        await bot.Client.FaultAsync("delivery", "lost", times: 1_000);
        if (!reopened)
            await here.Reacts(missed, "pushpin");
        await bot.Client.ClearFaultsAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));

        await here.Asks("/incident reconcile");
        await bot.SettlesAsync();

        Assert.Empty(await bot.Store.RecordedAsync(duplicate));
        Assert.Equal(reopened ? ["Cards work again"] : ["Cards work again", "The queue is empty"], (await bot.Store.RecordedAsync(into)).Select(entry => entry.Text));
        await bot.Client.FaultAsync("delivery", "lost", times: 1_000);
        await here.TakesBack(ts, "pushpin");
        await bot.Client.ClearFaultsAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await here.Asks("/incident reconcile");
        await bot.SettlesAsync();
        Assert.True(Assert.Single(await bot.Store.TimelineAsync(into), entry => entry.Text == "Cards work again").State.HasFlag(EntryState.Withdrawn));
    }

    [Fact]
    public async Task Lists_review_help_and_card_say_where_it_goes_on_and_what_is_there()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        await bot.Alice.In(into).Asks("/incident task look at the logs");
        var here = bot.Bob.In(duplicate);

        var tasks = await here.Asks("/incident tasks");
        var review = await here.Asks("/incident review");
        var help = await here.Asks("/incident help");
        var catchUp = await here.Asks("/incident catchup");
        var card = await bot.CardAsync(duplicate);

        foreach (var text in new[] { tasks, review, help, catchUp })
            Assert.Contains($"This incident goes on as <#{into.Channel}>", text, StringComparison.Ordinal);
        Assert.Contains("look at the logs", tasks, StringComparison.Ordinal);
        Assert.Contains("#1: There is no review yet", review, StringComparison.Ordinal);
        Assert.Contains("`/incident reopen`", help, StringComparison.Ordinal);
        Assert.DoesNotContain("`/incident close`", help, StringComparison.Ordinal);
        Assert.Contains($"This incident goes on as #1 in <#{into.Channel}>", card.Text, StringComparison.Ordinal);
        Assert.Contains("Show #1", card.Blocks.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_in_words_count_from_when_they_were_written_however_late_the_button_is_pressed()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        var here = bot.Bob.In(duplicate);
        var written = bot.Now;
        var noted = await here.AsksFor("/incident note 25m ago alert: cards fail");
        var plain = await here.AsksFor("/incident note cards work again");
        var task = await here.AsksFor("/incident task restart the queue due 2h");
        await bot.LaterAsync(TimeSpan.FromMinutes(30));

        await here.Presses(noted, "Note it in #1 too");
        await bot.SettlesAsync();
        await here.Presses(plain, "Note it in #1 too");
        await bot.SettlesAsync();
        await here.Presses(task, "Do it in #1");
        await bot.SettlesAsync();

        var there = await bot.Store.RecordedAsync(into);
        IsAbout(written.AddMinutes(-25), Assert.Single(there, entry => entry.Text == "cards fail").Happened.Instant);
        IsAbout(written, Assert.Single(there, entry => entry.Text == "cards work again").Happened.Instant);
        IsAbout(written.AddHours(2), await bot.Store.ReadAsync(db => Task.FromResult(db.Tasks.Single(row => row.Number == into.Number).DueAt)));
    }

    [Fact]
    public async Task What_is_over_when_the_button_is_pressed_sets_no_time()
    {
        await using var bot = await TestBot.StartAsync();
        var (duplicate, into) = await MergedAsync(bot);
        await bot.Alice.In(into).Asks("/incident sev 1");
        var here = bot.Bob.In(duplicate);
        var written = bot.Now;
        var passed = await here.AsksFor("/incident task restart the queue due 20m");
        var over = await here.AsksFor("/incident snooze 20m");
        var left = await here.AsksFor("/incident snooze 5h");
        await bot.LaterAsync(TimeSpan.FromMinutes(30));

        await here.Presses(passed, "Do it in #1");
        await bot.SettlesAsync();
        Assert.Contains(await here.Whispers(), message => message.Text.Contains("has passed", StringComparison.Ordinal));
        await here.Presses(over, "Do it in #1");
        await bot.SettlesAsync();
        Assert.Contains(await here.Whispers(), message => message.Text.Contains("it is later now. Nothing was put off.", StringComparison.Ordinal));
        Assert.Null((await bot.Store.IncidentAsync(into)).SnoozedUntil);
        await here.Presses(left, "Do it in #1");
        await bot.SettlesAsync();

        Assert.False(await bot.Store.ReadAsync(db => Task.FromResult(db.Tasks.Any())));
        IsAbout(written.AddHours(5), (await bot.Store.IncidentAsync(into)).SnoozedUntil);
    }

    private static void IsAbout(DateTimeOffset expected, DateTimeOffset? found) => Assert.InRange(found!.Value, expected.AddMinutes(-2), expected.AddMinutes(5));

    private static async Task<IReadOnlyList<string>> WhoTickedAsync(TestBot bot, TestIncident incident, string ts) =>
        [.. (await bot.MessagesAsync(incident.Channel)).Single(message => message.Ts == ts).Reactions.Where(reaction => reaction.Name == "white_check_mark").SelectMany(reaction => reaction.Users)];

    private static async Task<(TestIncident Duplicate, TestIncident Into)> DeclaredAsync(TestBot bot)
    {
        var into = await bot.Alice.Declares("Checkout is failing");
        return (await bot.Bob.Declares("Payments answer 502"), into);
    }

    private static async Task<(TestIncident Duplicate, TestIncident Into)> MergedAsync(TestBot bot)
    {
        var declared = await DeclaredAsync(bot);
        await MergeAsync(bot, declared.Duplicate);
        return declared;
    }
}

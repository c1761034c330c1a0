using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Captured messages that are edited and deleted in Slack.</summary>
public sealed class MessageAfterlifeTests
{
    [Fact]
    public async Task An_edit_is_a_version_with_its_editor_and_the_old_words_stay_in_the_history()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "Error rate is 40 %");

        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "Error rate is 4 %");
        await bot.SettlesAsync();

        Assert.Equal("Error rate is 4 %", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded, EntryChange.MessageEdited], await Said.ChangesAsync(bot, incident));
        var versions = (await bot.Store.VersionsAsync(incident)).Skip(1).ToList();
        Assert.Equal(["Error rate is 40 %", "Error rate is 4 %"], versions.Select(version => version.Text));
        Assert.Equal(bot.Alice.User, versions[^1].By);
    }

    [Fact]
    public async Task An_edit_from_before_a_correction_that_comes_late_leaves_the_correction_alone()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "Error rate is 40 %");
        await bot.Client.FaultAsync("delivery", "delay", retryAfter: 60);
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "Error rate is 4 %");
        bot.Clock.Advance(TimeSpan.FromSeconds(30));
        await bot.Alice.In(incident).Asks("/incident edit 2 text Error rate is 14 %");

        await bot.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("Error rate is 14 %", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded, EntryChange.Reworded], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task An_edit_after_a_correction_replaces_it_and_the_cards_thread_says_whose_and_brings_it_back()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "Error rate is 40 %");
        await bot.Alice.In(incident).Asks("/incident edit 2 text Error rate is 14 %");
        bot.Clock.Advance(TimeSpan.FromSeconds(30));

        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "Error rate is 4 %");
        await bot.SettlesAsync();

        Assert.Equal("Error rate is 4 %", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        var said = (await bot.ThreadAsync(incident))[^1];
        Assert.Contains($"instead of the correction by {bot.Alice.Mention}: Error rate is 4 %", said.Text, StringComparison.Ordinal);

        await bot.Alice.In(incident).Presses(said, "Bring the correction back");
        await bot.SettlesAsync();

        Assert.Equal("Error rate is 14 %", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task A_deleted_message_leaves_a_line_that_says_so_and_its_words_in_the_history()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "The password is in the log");

        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryState.SourceDeleted, "The password is in the log"), (entry.State, entry.Text));
        Assert.Equal([EntryChange.Recorded, EntryChange.MessageDeleted], await Said.ChangesAsync(bot, incident));
        var shown = await bot.Alice.In(incident).Asks("/incident timeline");
        Assert.Contains("the message was deleted in Slack", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("The password", shown, StringComparison.Ordinal);
        Assert.Equal(UserId.Unsaid, (await bot.Store.VersionsAsync(incident))[^1].By);
        Assert.Contains("message deleted in Slack (Slack does not say by whom)", await bot.Alice.In(incident).Asks("/incident history 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parent_of_a_thread_that_leaves_a_tombstone_is_deleted_and_not_edited()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "Who looks?");
        await bot.Alice.In(incident).Says("I do", inThread: ts);

        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        Assert.Equal("Who looks?", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded, EntryChange.MessageDeleted], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task A_change_that_leaves_the_words_alone_is_no_version()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "See https://example.com/graph");

        await Said.Edit(bot, bot.Alice, incident, ts, "See it", "See it", at: 20);
        await Said.Edit(bot, bot.Alice, incident, ts, "", "See <https://example.com/graph>", at: 21);
        await bot.SettlesAsync();

        Assert.Equal([EntryChange.Recorded], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task Edits_that_come_twice_and_in_another_order_leave_the_latest_words()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "one");

        foreach (var (before, after, at) in new[] { ("two", "three", 30), ("one", "two", 20), ("two", "three", 30), ("one", "two", 20) })
        {
            await Said.Edit(bot, bot.Alice, incident, ts, before, after, at);
            await bot.SettlesAsync();
        }
        await Said.Deletion(bot, bot.Alice, incident, ts, at: 40);
        await Said.Deletion(bot, bot.Alice, incident, ts, at: 40);
        await bot.SettlesAsync();

        Assert.Equal("three", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded, EntryChange.MessageEdited, EntryChange.MessageDeleted], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task Edited_and_edited_back_told_newest_first_it_ends_as_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "one");

        await Said.Edit(bot, bot.Alice, incident, ts, "two", "one", at: 30);
        await bot.SettlesAsync();
        await Said.Edit(bot, bot.Alice, incident, ts, "one", "two", at: 20);
        await bot.SettlesAsync();

        Assert.Equal("one", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task A_change_that_leaves_no_mark_on_the_message_is_read_again_and_taken()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await MarkedAndNotReadAsync(bot, "40 % of orders fail");
        await Said.Edit(bot, bot.Alice, incident, ts, "", "40 % of orders fail", at: 20);
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Equal(TestBot.StartsAt.AddSeconds(20), Assert.Single(await bot.Store.RecordedAsync(incident)).SourceEditedAt);
    }

    [Fact]
    public async Task An_edit_that_comes_before_we_have_read_is_what_is_read()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await MarkedAndNotReadAsync(bot, "one");
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "two");
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Equal("two", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task What_was_deleted_before_we_have_read_is_refused()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await MarkedAndNotReadAsync(bot, "one");
        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Single(await bot.Alice.In(incident).Whispers(), message => message.Text.Contains("*not* on the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thread_whose_parent_was_deleted_before_we_have_read_is_refused_and_its_tombstone_is_no_evidence()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Who looks?");
        await bot.Alice.In(incident).Says("I do", inThread: ts);
        await bot.Client.FaultAsync("conversations.replies", "ratelimited", retryAfter: 10);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Single(await bot.Alice.In(incident).Whispers(), message => message.Text.Contains("*not* on the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_entry_follows_its_message_and_comes_back_with_its_words()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, ts) = await CapturedAsync(bot, "one");
        await bot.Alice.In(incident).TakesBack(ts, "pushpin");
        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "two");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryState.Shown, "two"), (entry.State, entry.Text));
    }

    [Fact]
    public async Task A_message_of_another_channel_is_followed_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(bot.Announcements);
        var ts = await bot.Bob.In(bot.Announcements).Says("Nobody can pay");
        await bot.Alice.In(bot.Announcements).Uses("add_to_timeline", ts);
        await bot.SettlesAsync();
        await bot.Alice.Submits();
        await bot.SettlesAsync();

        await bot.Bob.Hands.EditAsync(bot.Announcements, ts, "Nobody in Spain can pay");
        await bot.SettlesAsync();

        Assert.Equal("Nobody in Spain can pay", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal([EntryChange.Recorded, EntryChange.MessageEdited], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task Messages_that_are_on_no_timeline_change_nothing_and_new_ones_are_not_even_kept()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var before = (await bot.Store.InboxAsync()).Count;
        var ts = await bot.Alice.In(incident).Says("Only talk");
        await bot.SettlesAsync();
        Assert.Equal(before, (await bot.Store.InboxAsync()).Count);

        await bot.Alice.Hands.EditAsync(incident.Channel, ts, "Only small talk");
        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        Assert.All((await bot.Store.InboxAsync()).Skip(before), row => Assert.Equal((Outcome.Ignored, "not on a timeline"), (row.Outcome, row.OutcomeWords)));
        Assert.Empty(await Said.ChangesAsync(bot, incident));
    }

    /// <summary>Marked, but Slack lets the message be read only in ten seconds.</summary>
    private static async Task<(TestIncident Incident, string Ts)> MarkedAndNotReadAsync(TestBot bot, string text)
    {
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says(text);
        await bot.Client.FaultAsync("conversations.replies", "ratelimited", retryAfter: 10);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        return (incident, ts);
    }

    private static async Task<(TestIncident Incident, string Ts)> CapturedAsync(TestBot bot, string text)
    {
        var incident = await bot.Alice.Declares();
        return (incident, await bot.Alice.In(incident).Captures(text));
    }
}

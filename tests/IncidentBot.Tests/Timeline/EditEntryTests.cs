using IncidentBot.Domain.Timeline;
using IncidentBot.Sandbox;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Entries are corrected, hidden and shown; each time a version with who and why.</summary>
public sealed class EditEntryTests
{
    [Fact]
    public async Task Every_correction_is_a_version_with_who_and_why_and_everybody_is_told()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.Alice.In(incident).Asks("/incident note cache restarted");

        Assert.StartsWith("Entry 2 now says: cache dropped", await bot.Bob.In(incident).Asks("/incident edit 2 text cache dropped\nwhy: it never restarted"), StringComparison.Ordinal);
        Assert.StartsWith("Entry 2 is now :hammer_and_wrench: fix.", await bot.Bob.In(incident).Asks("/incident edit 2 kind fix errors fell"), StringComparison.Ordinal);
        Assert.StartsWith("Entry 2 is now at <!date^", await bot.Bob.In(incident).Asks("/incident edit 2 time 8:30 from the log"), StringComparison.Ordinal);
        Assert.StartsWith("Entry 2 is hidden.", await bot.Bob.In(incident).Asks("/incident edit 2 hide twice in here"), StringComparison.Ordinal);
        Assert.DoesNotContain("cache dropped", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
        Assert.StartsWith("Entry 2 is on the timeline again.", await bot.Alice.In(incident).Asks("/incident edit #2 show"), StringComparison.Ordinal);

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(("cache dropped", EntryKind.Fix, EntryState.Shown), (entry.Text, entry.Kind, entry.State));
        Assert.Equal("8:30 America/New_York", entry.Happened.AsGiven);
        Assert.Equal(
            [EntryChange.Recorded, EntryChange.Reworded, EntryChange.Rekinded, EntryChange.Retimed, EntryChange.Hidden, EntryChange.Shown],
            await Said.ChangesAsync(bot, incident));
        var versions = (await bot.Store.VersionsAsync(incident)).Skip(2).ToList();
        Assert.Equal(["it never restarted", "errors fell", "from the log", "twice in here", ""], versions.Select(version => version.Why));
        Assert.Equal([bot.Bob.User, bot.Bob.User, bot.Bob.User, bot.Bob.User, bot.Alice.User], versions.Select(version => version.By));
        Assert.Contains(await bot.ThreadAsync(incident), message => message.Text.Contains($"Entry 2 is hidden (by {bot.Bob.Mention}: twice in here)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_timeline_shows_the_entry_as_it_is_and_the_history_all_it_was()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note the cache");
        await here.Asks("/incident edit 2 text the queue");

        var timeline = await here.Asks("/incident timeline");
        Assert.Contains("`2` <!date^", timeline, StringComparison.Ordinal);
        Assert.Contains("the queue", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("the cache", timeline, StringComparison.Ordinal);

        Assert.Equal(["*History of entry 2*", "`2.1`", "`2.2`"], (await here.Asks("/incident history 2")).Split('\n').Select(line => line.StartsWith('*') ? line : line[..5]));
        var all = (await here.Asks("/incident history")).Split('\n');
        Assert.Equal(["`1.1`", "`2.1`", "`2.2`"], all.Skip(1).Select(line => line[..5]));
        Assert.Contains("the cache", all[2], StringComparison.Ordinal);
        Assert.Contains("reworded", all[3], StringComparison.Ordinal);
        Assert.Contains("the queue", all[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entrys_history_shows_each_version_whole_says_what_was_cut_and_comes_in_pages()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks($"/incident note {new string('a', 2_500)}.");
        await here.Asks($"/incident edit 2 text {new string('b', 3_500)}.");
        await here.Asks("/incident edit 2 kind fix");
        await here.Asks("/incident edit 2 text short");

        var latest = await here.AsksFor("/incident history 2");
        Assert.Equal(["1 earlier", "Correct it"], Controls.Labels(latest.Blocks));
        var sections = Texts(latest);
        Assert.Equal(["`2.2`", "`2.3`", "`2.4`"], sections.Skip(1).Select(text => text[..5]));
        Assert.EndsWith("bbb…\n(It goes on; `/incident export` sends all of it.)", sections[1], StringComparison.Ordinal);
        Assert.InRange(sections[1].Length, 2_990, 3_000);
        await here.Presses(latest, "1 earlier");
        await bot.SettlesAsync();

        var earlier = (await here.Whispers()).Single(message => message.Ts == latest.Ts);
        Assert.EndsWith($" — {new string('a', 2_500)}.", Texts(earlier)[1], StringComparison.Ordinal);
        Assert.Equal(["3 later", "Correct it"], Controls.Labels(earlier.Blocks));
        Assert.EndsWith("\n3 later: `/incident #1 history 2 page 1`", earlier.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_the_latest_first()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        for (var i = 1; i <= 31; i++)
            await bot.Alice.In(incident).Types($"/incident note step {i}.");
        await bot.SettlesAsync();

        var latest = await bot.Alice.In(incident).AsksFor("/incident history");
        await bot.Alice.In(incident).Presses(latest, "2 earlier");
        await bot.SettlesAsync();

        var page = (await bot.Alice.In(incident).Whispers()).Single(message => message.Ts == latest.Ts);
        var earlier = page.Text;
        Assert.Equal(["30 later"], Controls.Labels(page.Blocks));
        Assert.Contains("`1.1`", earlier, StringComparison.Ordinal);
        Assert.Contains("step 1.", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("step 2.", earlier, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_entry_carries_a_picker_and_buttons_and_undo_takes_a_slip_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note the cache");

        await here.Chooses(await here.AsksFor("/incident edit 2"), "What is it about?", "🎯 root-cause");
        await bot.SettlesAsync();
        Assert.Equal(EntryKind.RootCause, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);

        var card = await here.AsksFor("/incident edit 2");
        await here.Presses(card, "Change its words");
        await bot.SettlesAsync();
        Assert.Contains("\"initial_value\":\"the cache\"", (await bot.Alice.Form())!.Value.GetRawText().Replace(": ", ":", StringComparison.Ordinal), StringComparison.Ordinal);
        await bot.Alice.Submits(("answer", "the queue"));
        await bot.SettlesAsync();
        Assert.Equal("the queue", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);

        await here.Presses(await here.AsksFor("/incident edit 2 hide"), "Undo");
        await bot.SettlesAsync();
        Assert.Equal(EntryState.Shown, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
    }

    [Fact]
    public async Task Its_words_open_with_whoever_and_whatever_they_mention_and_are_that_again_when_they_are_sent()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks($"/incident note {bot.Bob.Mention} saw 4 &lt; 5 &amp; <https://example.com/a|the graph>");

        await here.Presses(await here.AsksFor("/incident edit 2"), "Change its words");
        await bot.SettlesAsync();
        var words = (await bot.Alice.Form())!.Value.GetProperty("blocks")[0].GetProperty("element").GetProperty("initial_value").GetString()!;
        Assert.Contains("saw 4 < 5 & ", words, StringComparison.Ordinal);
        var before = Assert.Single(await bot.Store.RecordedAsync(incident)).Text;
        await bot.Alice.Submits(("answer", words + " today"));
        await bot.SettlesAsync();

        Assert.Equal(before + " today", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task The_last_updates_words_are_corrected_with_its_form_and_what_was_typed_is_given_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident update Half of the users are back.");

        var refused = await here.AsksFor("/incident edit 2 text A third of the users are back.");
        Assert.StartsWith("Entry 2 is the last update", refused.Text, StringComparison.Ordinal);
        Assert.Contains("A third of the users are back.", refused.Text, StringComparison.Ordinal);
        await here.Presses(await here.AsksFor("/incident edit 2"), "Correct the update");
        await bot.SettlesAsync();

        Assert.Contains("Half of the users are back.", (await bot.Alice.Form())!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_not_be_seen_is_not_said_to_be_done()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var deleted = await here.Captures("The password is in the log");
        await bot.Alice.Hands.DeleteAsync(incident.Channel, deleted);
        var withdrawn = await here.Captures("Queue is full");
        await here.Asks("/incident edit 3 hide");
        await here.TakesBack(withdrawn, "pushpin");
        await bot.SettlesAsync();

        var reworded = await here.Asks("/incident edit 2 text A secret was in the log");
        var shown = await here.Asks("/incident edit 3 show");

        Assert.StartsWith("The message of entry 2 was deleted in Slack, so its line says only that.", reworded, StringComparison.Ordinal);
        Assert.StartsWith("Entry 3 is not hidden any more.\nIt stays off the timeline", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_captures_what_was_hidden_is_told_who_hid_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Captures("Queue is full");
        await bot.Alice.In(incident).Asks("/incident edit 2 hide");

        var told = await bot.Bob.In(incident).HearsAfter(() => bot.Bob.In(incident).Reacts(ts, "fire_extinguisher"));

        Assert.Contains($"{bot.Alice.Mention} hid it. `/incident edit 2 show` shows it again.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_change_can_be_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note 8:30 the cache");

        var slip = await here.AsksFor("/incident edit 2 time sometime");
        await here.Presses(slip, "Undo");
        await bot.SettlesAsync();

        Assert.StartsWith("Entry 2 now has no known time; it stands where it was added.", slip.Text, StringComparison.Ordinal);
        Assert.Equal("8:30 Europe/Berlin", Assert.Single(await bot.Store.RecordedAsync(incident)).Happened.AsGiven);
    }

    [Fact]
    public async Task Undo_gives_the_words_back_exactly_and_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Captures("rate\t40 %\nwhy: the cache");
        var said = Assert.Single(await bot.Store.RecordedAsync(incident)).Text;
        var slip = await here.AsksFor("/incident edit 2 text a slip");

        await here.Presses(slip, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(said, Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Equal(("", EntryChange.Reworded), ((await bot.Store.VersionsAsync(incident))[^1].Why, (await bot.Store.VersionsAsync(incident))[^1].Change));
        Assert.Equal("rate\t40 %\nwhy: the cache", said);
        Assert.NotEmpty(ts);
    }

    [Fact]
    public async Task Undo_pressed_late_leaves_what_somebody_else_corrected_since()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note the cache");
        var slip = await here.AsksFor("/incident edit 2 text the queue");
        await bot.Bob.In(incident).Asks("/incident edit 2 text the database");

        await here.Presses(slip, "Undo");
        await bot.SettlesAsync();

        Assert.Equal("the database", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.Contains(await here.Whispers(), message => message.Text.StartsWith("Entry 2 was changed since, so nothing was undone.", StringComparison.Ordinal));
        Assert.Contains("unedit", await here.Asks("/incident unedit 2 3"), StringComparison.Ordinal);
        Assert.Equal("the database", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Theory]
    [InlineData("edit", "Say which entry by its number")]
    [InlineData("edit two text x", "Say which entry by its number")]
    [InlineData("edit 99 hide", "#1 has no entry 99.")]
    [InlineData("edit 2 delete", "Say what to change: `text`, `time`, `kind`, `hide` or `show`. Nothing was changed.")]
    [InlineData("edit 2 kind pizza", "Say what it is about: note, deploy,")]
    [InlineData("edit 2 kind note", "Entry 2 is so already.")]
    [InlineData("edit 2 text the cache", "Entry 2 is so already.")]
    [InlineData("edit 2 time soon", "Say when it happened")]
    [InlineData("edit 2 time 14.05", "`14.05` looks like a time I cannot read.")]
    [InlineData("edit 2 show", "Entry 2 is not hidden.")]
    [InlineData("edit 1 text Nothing happened", "Entry 1 is what the incident itself did; it cannot be changed.")]
    [InlineData("edit 1 time 8:00", "Entry 1 is what the incident itself did")]
    [InlineData("edit 1 kind fix", "Entry 1 is what the incident itself did")]
    [InlineData("history 99", "#1 has no entry 99.")]
    [InlineData("history yesterday", "Say which entry by its number, or nothing for all of them.")]
    [InlineData("history page 7", "There is nothing on that page. `/incident #1 history page 1` shows the latest.")]
    public async Task What_cannot_be_done_gets_its_reason_and_changes_nothing(string typed, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note the cache");

        Assert.StartsWith(sentence, await bot.Alice.In(incident).Asks($"/incident {typed}"), StringComparison.Ordinal);
        Assert.Equal(2, (await bot.Store.VersionsAsync(incident)).Count);
    }

    [Fact]
    public async Task Hidden_and_withdrawn_are_told_apart()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Captures("Queue is full");
        await here.TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.StartsWith("Entry 2 was withdrawn with its emoji or pin.", await here.Asks("/incident edit 2 show"), StringComparison.Ordinal);
        await here.Asks("/incident edit 2 hide");
        await here.Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        Assert.Equal(EntryState.Hidden, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
        await here.Asks("/incident edit 2 show");
        Assert.Equal(EntryState.Shown, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
    }

    private static string[] Texts(SandboxMessage message) =>
        [.. message.Blocks.EnumerateArray().Where(block => block.GetProperty("type").GetString() == "section").Select(block => block.GetProperty("text").GetProperty("text").GetString()!)];
}

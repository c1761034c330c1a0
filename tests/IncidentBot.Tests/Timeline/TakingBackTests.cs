using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>Emoji and pins that are taken back.</summary>
public sealed class TakingBackTests
{
    [Fact]
    public async Task The_kind_is_that_of_the_oldest_emoji_still_held_and_one_chosen_by_word_stays()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Says("The queue was full");
        foreach (var emoji in new[] { "dart", "bulb" })
        {
            await here.Reacts(ts, emoji);
            await bot.SettlesAsync();
        }
        await here.TakesBack(ts, "dart");
        await bot.SettlesAsync();
        Assert.Equal(EntryKind.Hypothesis, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);

        var history = await here.Asks("/incident history 2");
        await here.Asks("/incident edit 2 kind decision");
        await here.Reacts(ts, "rocket");
        await here.TakesBack(ts, "bulb");
        await bot.SettlesAsync();

        Assert.Contains("one capture taken back; it stands as :bulb: hypothesis", history, StringComparison.Ordinal);
        Assert.Equal(EntryKind.Decision, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);
    }

    [Fact]
    public async Task Undoing_the_only_choice_of_a_kind_leaves_it_to_the_emoji_again_and_undoing_a_second_one_does_not()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Captures("The queue was full");
        await here.Presses(await here.AsksFor("/incident edit 2 kind fix"), "Undo");
        await bot.SettlesAsync();
        var undone = (await here.Whispers())[^1];
        await here.TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        await here.Reacts(ts, "bulb");
        await bot.SettlesAsync();

        Assert.StartsWith("Entry 2 is :memo: note again", undone.Text, StringComparison.Ordinal);
        Assert.Equal(EntryKind.Hypothesis, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);
        Assert.Contains("the choice was taken back", await here.Asks("/incident history 2"), StringComparison.Ordinal);

        await here.Asks("/incident edit 2 kind fix");
        await here.Presses(await here.AsksFor("/incident edit 2 kind decision"), "Undo");
        await bot.SettlesAsync();
        await here.Reacts(ts, "dart");
        await bot.SettlesAsync();

        Assert.Equal(EntryKind.Fix, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);
    }

    [Fact]
    public async Task The_entry_of_an_emoji_taken_back_is_withdrawn_with_its_tick_and_comes_back_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Captures("Queue is full");

        await here.TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal(EntryState.Withdrawn, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
        Assert.Empty(await Said.MarksAsync(bot, incident, ts));
        Assert.DoesNotContain("Queue is full", await here.Asks("/incident timeline"), StringComparison.Ordinal);

        await here.Reacts(ts, "fire_extinguisher");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryState.Shown, EntryKind.Mitigation, Capturers.Of(bot.Alice.User)), (entry.State, entry.Kind, entry.Capturers));
        Assert.Equal(["white_check_mark"], await Said.MarksAsync(bot, incident, ts));
        Assert.Equal([EntryChange.Recorded, EntryChange.Withdrawn, EntryChange.Restored], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task While_somebody_else_holds_it_or_it_is_pinned_the_entry_stands()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Captures("Queue is full");
        await bot.Bob.In(incident).Reacts(ts, "memo");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).Pins(ts);
        await bot.SettlesAsync();

        await bot.Alice.In(incident).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Bob.In(incident).TakesBack(ts, "memo");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryState.Shown, Capturers.Of(bot.Alice.User)), (entry.State, entry.Capturers));
        Assert.Equal(["white_check_mark"], await Said.MarksAsync(bot, incident, ts));

        await bot.Bob.Hands.UnpinAsync(incident.Channel, ts);
        await bot.SettlesAsync();

        Assert.Equal(EntryState.Withdrawn, Assert.Single(await bot.Store.RecordedAsync(incident)).State);
        Assert.Equal(
            [EntryChange.Recorded, EntryChange.CapturedAgain, EntryChange.CapturedAgain, EntryChange.CaptureTakenBack, EntryChange.CaptureTakenBack, EntryChange.Withdrawn],
            await Said.ChangesAsync(bot, incident));
        Assert.Equal(bot.Bob.User, (await bot.Store.VersionsAsync(incident))[^1].By);
    }

    [Fact]
    public async Task An_emoji_that_means_nothing_here_takes_nothing_back()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var ts = await here.Says("Queue is full");
        await here.Reacts(ts, "pushpin");
        await here.Reacts(ts, "tada");
        await bot.SettlesAsync();
        await here.TakesBack(ts, "tada");
        await bot.SettlesAsync();

        Assert.Equal([EntryChange.Recorded], await Said.ChangesAsync(bot, incident));
        Assert.Equal(2, await bot.Store.ReadAsync(db => Task.FromResult(db.Captures.Count() + db.Captures.Count(row => row.IsOn))));
    }

    [Fact]
    public async Task Taken_back_before_it_was_read_it_is_never_recorded()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("A slip");
        await bot.Client.FaultAsync("conversations.replies", "ratelimited", retryAfter: 10);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Alice.In(incident).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Empty(await Said.MarksAsync(bot, incident, ts));
    }

    [Fact]
    public async Task Said_twice_under_two_ids_it_happens_once()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");

        foreach (var (type, at) in new[] { ("reaction_added", 10), ("reaction_added", 10), ("reaction_removed", 20), ("reaction_removed", 20), ("reaction_added", 30), ("reaction_added", 30) })
        {
            await Said.Reaction(bot, type, bot.Alice, "pushpin", incident, ts, at);
            await bot.SettlesAsync();
        }

        Assert.Equal([EntryChange.Recorded, EntryChange.Withdrawn, EntryChange.Restored], await Said.ChangesAsync(bot, incident));
    }

    [Theory]
    [InlineData(20, 10)]
    [InlineData(20, 10, 20, 10)]
    public async Task The_latest_word_counts_in_whatever_order_it_comes(params int[] moments)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");

        foreach (var at in moments)
        {
            await Said.Reaction(bot, at == 10 ? "reaction_added" : "reaction_removed", bot.Alice, "pushpin", incident, ts, at);
            await Said.Pin(bot, at == 10 ? "pin_added" : "pin_removed", bot.Alice, incident, ts, at);
            await bot.SettlesAsync();
        }

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        await Said.Reaction(bot, "reaction_added", bot.Alice, "pushpin", incident, ts, 30);
        await bot.SettlesAsync();
        Assert.Equal([EntryChange.Recorded], await Said.ChangesAsync(bot, incident));
    }

    [Fact]
    public async Task Elsewhere_nothing_is_kept_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares();
        var ts = await bot.Alice.In(bot.Announcements).Says("lunch?");
        await bot.Alice.In(bot.Announcements).Reacts(ts, "pushpin");
        await bot.Alice.In(bot.Announcements).TakesBack(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Equal(0, await bot.Store.ReadAsync(db => Task.FromResult(db.Captures.Count())));
    }
}

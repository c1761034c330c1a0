using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Sandbox;
using IncidentBot.Slack.WebApi;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>An emoji or a pin puts exactly that message on the timeline.</summary>
public sealed class CaptureTests
{
    [Fact]
    public async Task A_pushpin_keeps_the_messages_own_time_author_text_and_link_and_who_put_it_there()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Bob.In(incident.Channel).Says("The error rate is at 40 %");
        await bot.LaterAsync(TimeSpan.FromMinutes(25));

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Note, "The error rate is at 40 %", bot.Bob.User, bot.Alice.User), (entry.Kind, entry.Text, entry.Author, entry.RecordedBy));
        Assert.Equal(HappenedAt.Exactly(SlackTs.ToTime(ts)), entry.Happened);
        Assert.True(entry.RecordedAt >= entry.Happened.Instant + TimeSpan.FromMinutes(25));
        Assert.Equal(new MessageRef(new ChannelId(incident.Channel), ts), entry.Source);
        Assert.EndsWith($"/archives/{incident.Channel}/p{ts.Replace(".", "", StringComparison.Ordinal)}", entry.Permalink, StringComparison.Ordinal);
        Assert.Contains("white_check_mark", await ReactionsAsync(bot, incident, ts));
    }

    [Fact]
    public async Task The_emoji_says_what_the_message_is_about()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        foreach (var (emoji, kind) in new[]
                 {
                     ("rocket", EntryKind.Deploy), ("rotating_light", EntryKind.Alert), ("mag_right", EntryKind.Investigation), ("bulb", EntryKind.Hypothesis),
                     ("door", EntryKind.DeadEnd), ("dart", EntryKind.RootCause), ("fire_extinguisher", EntryKind.Mitigation),
                     ("hammer_and_wrench", EntryKind.Fix), ("loudspeaker", EntryKind.Communication), ("round_pushpin", EntryKind.Note),
                 })
        {
            await here.Reacts(await here.Says($"about {emoji}"), emoji);
            await bot.SettlesAsync();
            Assert.Equal(kind, (await bot.Store.RecordedAsync(incident))[^1].Kind);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_in_a_thread_is_found_and_not_its_parent_or_a_neighbour(bool broadcast)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        var parent = await here.Says("Who looks at the queue?");
        await here.Says("I do", inThread: parent);
        var ts = await here.Says("It is full, I drain it", inThread: parent, broadcast);
        await here.Says("Thanks", inThread: parent);

        await here.Reacts(ts, "fire_extinguisher");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Mitigation, "It is full, I drain it"), (entry.Kind, entry.Text));
        Assert.Contains($"thread_ts={parent}", entry.Permalink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_of_a_bot_has_an_author_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await Said.ByAProgramAsync(bot, incident, """[{"type":"section","text":{"type":"mrkdwn","text":"We are looking"}}]""");

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(new UserId(bot.Sandbox.BotUserId), entry.Author);
        Assert.Contains("We are looking", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_by_two_people_and_pinned_besides_it_is_one_entry()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        var ts = await bot.Alice.In(incident).Says("Database is read-only");

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.Bob.In(incident.Channel).Reacts(ts, "pushpin");
        await bot.Bob.In(incident.Channel).Reacts(ts, "memo");
        await bot.SettlesAsync();
        await bot.Bob.In(incident.Channel).Pins(ts);
        await bot.SettlesAsync();

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(1, await bot.CallsAsync("reactions.add"));
    }

    [Fact]
    public async Task A_pinned_message_is_a_note_and_the_pinned_card_is_not()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Dashboard: look at panel three");
        await bot.Alice.Hands.UnpinAsync(incident.Channel, incident.Card);

        await bot.Alice.In(incident).Pins(ts);
        await bot.Alice.In(incident).Pins(incident.Card);
        await bot.SettlesAsync();

        Assert.Equal("Dashboard: look at panel three", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
    }

    [Fact]
    public async Task The_tick_comes_only_after_the_entry_is_on_the_disk()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("reactions.add", "ratelimited", retryAfter: 30);

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();

        Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.DoesNotContain("white_check_mark", await ReactionsAsync(bot, incident, ts));
        await bot.LaterAsync(TimeSpan.FromSeconds(31));
        Assert.Contains("white_check_mark", await ReactionsAsync(bot, incident, ts));
    }

    [Fact]
    public async Task What_cannot_be_read_gets_an_exclamation_mark_and_a_sentence_and_no_entry()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        await bot.Client.FaultAsync("conversations.replies", "missing_scope");

        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(ts, "pushpin"));

        Assert.Contains("That message is *not* on the timeline: I could not read it (`missing_scope`).", told.Text, StringComparison.Ordinal);
        Assert.Contains("exclamation", await ReactionsAsync(bot, incident, ts));
        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task What_the_bot_itself_said_is_on_the_timeline_already_and_makes_no_second_entry()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note cache restarted");
        var echo = Assert.Single(await bot.ThreadAsync(incident));

        var told = await bot.Alice.In(incident).HearsAfter(() => bot.Alice.In(incident).Reacts(echo.Ts, "pushpin"));

        Assert.StartsWith("That is my own message", told.Text, StringComparison.Ordinal);
        Assert.Single(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task A_message_deleted_meanwhile_is_not_replaced_by_its_neighbour()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Says("A neighbour");
        var ts = await bot.Alice.In(incident).Says("Soon gone");
        await bot.Client.FaultAsync("conversations.replies", "ratelimited", retryAfter: 10);
        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        await bot.Alice.Hands.DeleteAsync(incident.Channel, ts);

        await bot.LaterAsync(TimeSpan.FromSeconds(11));

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Contains(await bot.Alice.In(incident).Whispers(), message => message.Text.Contains("*not* on the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elsewhere_emoji_and_pins_are_peoples_own_business()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Declares();
        var ts = await bot.Alice.In(bot.Announcements).Says("lunch?");

        await bot.Alice.In(bot.Announcements).Reacts(ts, "pushpin");
        await bot.Alice.In(bot.Announcements).Pins(ts);
        await bot.SettlesAsync();

        Assert.Equal(0, await bot.CallsAsync("conversations.replies"));
        Assert.Equal(0, await bot.CallsAsync("reactions.add"));
    }

    [Fact]
    public async Task Another_teams_emoji_are_set_by_configuration()
    {
        await using var bot = await TestBot.StartConfiguredAsync("emoji: { timeline: { tada: fix } }");
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Works again");

        await bot.Alice.In(incident).Reacts(ts, "pushpin");
        await bot.Alice.In(incident).Reacts(ts, "tada");
        await bot.SettlesAsync();

        Assert.Equal(EntryKind.Fix, Assert.Single(await bot.Store.RecordedAsync(incident)).Kind);
    }

    private static async Task<IReadOnlyList<string>> ReactionsAsync(TestBot bot, TestIncident incident, string ts) =>
        [.. (await bot.MessagesAsync(incident.Channel)).Single(message => message.Ts == ts).Reactions.Where(Ours).Select(reaction => reaction.Name)];

    private static bool Ours(SandboxReaction reaction) => reaction.Name is "white_check_mark" or "exclamation";
}

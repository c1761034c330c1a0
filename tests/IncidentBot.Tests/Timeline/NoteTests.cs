using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.WebApi;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

public sealed class NoteTests
{
    [Fact]
    public async Task A_note_stands_on_the_timeline_at_the_moment_it_was_written_and_in_the_cards_thread()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Bob.In(incident.Channel).Asks("/incident note We called the provider");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Note, "We called the provider", TimePrecision.Exact), (entry.Kind, entry.Text, entry.Happened.Precision));
        Assert.Equal((bot.Bob.User, bot.Bob.User), (entry.Author, entry.RecordedBy));
        Assert.InRange(entry.Happened.Instant!.Value, TestBot.StartsAt, bot.Now);
        Assert.StartsWith("On the timeline as entry 2: <!date^", answer, StringComparison.Ordinal);
        Assert.Contains($"We called the provider (noted by {bot.Bob.Mention})", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_leads_to_everything_that_can_be_corrected()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        var card = await here.HearsAfter(async () => await here.Presses(await here.AsksFor("/incident note Cache restarted"), "Correct it"));

        Assert.Contains("Cache restarted", card.Text, StringComparison.Ordinal);
        Assert.Contains("Change its time", Controls.Labels(card.Blocks));
    }

    [Fact]
    public async Task A_time_that_has_not_been_today_is_said_to_be_yesterdays()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var noted = await bot.Alice.In(incident).Asks("/incident note 9:40 cache restarted");
        var retimed = await bot.Alice.In(incident).Asks("/incident edit 2 time 9:45");

        Assert.Contains("That is *yesterday*", noted, StringComparison.Ordinal);
        Assert.Contains("That is *yesterday*", retimed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_a_note_stays_within_its_line_and_its_line_breaks_are_seen()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident note \u202Eturned ```boxed\nand more");

        var shown = await here.Asks("/incident timeline");

        Assert.Contains("turned `boxed\n&gt; and more", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", shown, StringComparison.Ordinal);
        Assert.Contains("\u202Eturned ```boxed\nand more", Assert.Single(await bot.Store.RecordedAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_by_its_city_goes_before_the_writers()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident note 7:45 Europe/London cache restarted");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((TestBot.StartsAt.AddMinutes(-15), "7:45 Europe/London", "cache restarted"), (entry.Happened.Instant, entry.Happened.AsGiven, entry.Text));
    }

    [Theory]
    [InlineData("alice", "8:30", "2031-03-03T07:30:00Z", "Europe/Berlin")]
    [InlineData("bob", "02:45", "2031-03-03T07:45:00Z", "America/New_York")]
    [InlineData("bob", "2:45am", "2031-03-03T07:45:00Z", "America/New_York")]
    [InlineData("chiyo", "16:00", "2031-03-03T07:00:00Z", "Asia/Tokyo")]
    [InlineData("farida", "13:30", "2031-03-03T08:00:00Z", "Asia/Kolkata")]
    [InlineData("alice", "23:50", "2031-03-02T22:50:00Z", "Europe/Berlin")]
    public async Task A_time_is_read_in_the_writers_zone_and_echoed_with_it(string who, string typed, string instant, string zone)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Person(who).In(incident.Channel).Asks($"/incident note {typed} fix: cache restarted");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), entry.Happened.Instant);
        Assert.Equal((EntryKind.Fix, "cache restarted", TimePrecision.Minute), (entry.Kind, entry.Text, entry.Happened.Precision));
        Assert.EndsWith($"{typed} {zone}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_moved_is_asked_about_again_after_half_a_day()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note 8:30 at home");
        await bot.Alice.Hands.ChangeProfileAsync(tz: "Asia/Tokyo");

        var soon = await bot.Alice.In(incident).Asks("/incident note 8:40 still at home");
        await bot.LaterAsync(TimeSpan.FromHours(13));
        var later = await bot.Alice.In(incident).Asks("/incident note 5:00 arrived");

        Assert.Contains("Europe/Berlin", soon, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writer_without_a_zone_is_read_in_utc_and_told_so()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("gus", "Gus Guest", tz: null));
        await guest.JoinAsync(incident.Channel);

        await guest.CommandAsync(incident.Channel, "/incident note 7:15 seen in the logs");
        await bot.SettlesAsync();

        Assert.Equal(new DateTimeOffset(2031, 3, 3, 7, 15, 0, TimeSpan.Zero), Assert.Single(await bot.Store.RecordedAsync(incident)).Happened.Instant);
        Assert.Contains(await guest.MessagesAsync(incident.Channel), message => message.Ephemeral && message.Text.EndsWith("7:15 UTC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sometime_keeps_a_place_without_a_time()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks("/incident note sometime root cause: a missing index");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((null, TimePrecision.Unknown, EntryKind.RootCause, "a missing index"), (entry.Happened.Instant, entry.Happened.Precision, entry.Kind, entry.Text));
        Assert.Contains("Its time is unknown", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3 pods restarted", EntryKind.Note, "3 pods restarted")]
    [InlineData("https: is no kind", EntryKind.Note, "https: is no kind")]
    [InlineData("role: is the bot's own kind", EntryKind.Note, "role: is the bot's own kind")]
    [InlineData("dead_end: the cache", EntryKind.DeadEnd, "the cache")]
    [InlineData("Dead end: the cache", EntryKind.DeadEnd, "the cache")]
    [InlineData("<!channel> a &lt;b&gt;", EntryKind.Note, "@channel a &lt;b&gt;")]
    [InlineData("first line\nsecond line", EntryKind.Note, "first line\nsecond line")]
    public async Task Only_what_is_a_kind_is_read_as_one(string typed, EntryKind kind, string text)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks($"/incident note {typed}");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((kind, text), (entry.Kind, entry.Text));
    }

    [Theory]
    [InlineData("25m ago", "2031-03-03T07:35:00Z", "25m ago")]
    [InlineData("1h30m ago", "2031-03-03T06:30:00Z", "1h30m ago")]
    [InlineData("yesterday 21:30", "2031-03-02T20:30:00Z", "yesterday 21:30 Europe/Berlin")]
    [InlineData("2025-07-21 10:15", "2025-07-21T08:15:00Z", "2025-07-21 10:15 Europe/Berlin")]
    [InlineData("2025-07-21 10:15 UTC-5", "2025-07-21T15:15:00Z", "2025-07-21 10:15 UTC-5")]
    [InlineData("2025-07-21 10:15 Z", "2025-07-21T10:15:00Z", "2025-07-21 10:15 Z")]
    public async Task Days_offsets_and_how_long_ago_are_read_and_echoed(string typed, string instant, string echoed)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks($"/incident note {typed} fix: cache restarted");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        var off = entry.Happened.Instant!.Value - DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(off, TimeSpan.Zero, typed.EndsWith("ago", StringComparison.Ordinal) ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
        Assert.Equal((EntryKind.Fix, "cache restarted", echoed), (entry.Kind, entry.Text, entry.Happened.AsGiven));
        Assert.EndsWith(echoed, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_link_gives_the_time_of_that_message()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(bot.General).Says("api 2.4 goes out");

        var answer = await bot.Alice.In(incident).Asks($"/incident note <{Link(bot, ts)}?thread_ts={ts}&amp;cid={bot.General}> deploy: api 2.4 went out");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(SlackTs.ToTime(ts), entry.Happened.Instant);
        Assert.Equal((EntryKind.Deploy, "api 2.4 went out", TimePrecision.Exact), (entry.Kind, entry.Text, entry.Happened.Precision));
        Assert.Contains($"The time of <{Link(bot, ts)}", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://sandbox.slack.com/archives/C012AB3CD/p1000000000000000", "more than three months old")]
    [InlineData("https://bakery.slack.com/archives/C012AB3CD/p1000000000000000", "a message of another workspace")]
    public async Task A_link_that_can_hardly_be_meant_as_a_time_is_asked_about(string link, string sentence)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains(sentence, await bot.Alice.In(incident).Asks($"/incident note <{link}> api 2.4 went out"), StringComparison.Ordinal);
        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task What_turns_a_line_round_is_not_sent()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident note report\u202Efdp.exe came");

        Assert.Equal("report\u202Efdp.exe came", Assert.Single(await bot.Store.RecordedAsync(incident)).Text);
        Assert.DoesNotContain(await bot.Alice.In(incident).Sees(), message => $"{message.Text}{message.Blocks}".Contains('\u202E', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_to_a_message_that_has_not_been_written_is_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks("/incident note <https://sandbox.slack.com/archives/C012AB3CD/p9753085700000200> api 2.4 went out");

        Assert.Contains("is in the future.", answer, StringComparison.Ordinal);
        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Theory]
    [InlineData("https://example.com/archives/C012AB3CD/p1753085700000200 is what they saw")]
    [InlineData("<https://status.example.com|status page> says fine")]
    [InlineData("5m users affected")]
    public async Task Links_to_elsewhere_and_amounts_are_text(string typed)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Types($"/incident note {typed}");
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((typed.Split(' ', '|')[0].Trim('<'), "", TimePrecision.Exact), (entry.Text.Split(' ', '|')[0].Trim('<', '>'), entry.Happened.AsGiven, entry.Happened.Precision));
    }

    [Theory]
    [InlineData("25:00 is no time", "looks like a time I cannot read.")]
    [InlineData("8.30 in the other way of writing", "looks like a time I cannot read.")]
    [InlineData("yesterday it was fine", "At what time was `yesterday`?")]
    [InlineData("14:05 EST it was fine", "mean different zones to different people.")]
    [InlineData("8:30-8:50 dark", "could be two times")]
    [InlineData("today 23:00 it will be fine", "is in the future.")]
    public async Task What_was_probably_meant_as_a_time_is_asked_about_and_one_press_keeps_it_as_text(string typed, string question)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).AsksFor($"/incident note {typed}");

        Assert.Contains(question, answer.Text, StringComparison.Ordinal);
        Assert.Contains(typed, answer.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Store.RecordedAsync(incident));

        await bot.Alice.In(incident).Presses(answer, "It is no time: note it as of now");
        await bot.SettlesAsync();
        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((typed, EntryKind.Note, TimePrecision.Exact), (entry.Text, entry.Kind, entry.Happened.Precision));
    }

    [Fact]
    public async Task A_time_may_stand_behind_the_kind_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident note fix: 07:15 order swapped");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Fix, "order swapped", "07:15"), (entry.Kind, entry.Text, entry.Happened.AsGiven.Split(' ')[0]));
    }

    [Fact]
    public async Task A_time_the_clocks_showed_twice_or_not_at_all_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        var twice = await bot.Alice.In(incident).Asks("/incident note 2030-10-27 2:30 first errors");
        var never = await bot.Alice.In(incident).Asks("/incident note 2030-03-31 2:30 first errors");

        Assert.Contains("showed that time twice; I took the later one (UTC+1). If it was the earlier, note it with `UTC+2` behind the time.", twice, StringComparison.Ordinal);
        Assert.Contains("skipped that time; I took 03:30.", never, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pm_that_stands_alone_belongs_to_the_time_before_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident note 11:15 PM first errors");

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal(("first errors", new DateTimeOffset(2031, 3, 2, 22, 15, 0, TimeSpan.Zero)), (entry.Text, entry.Happened.Instant));
    }

    [Theory]
    [InlineData("8:30")]
    [InlineData("fix:")]
    [InlineData("8:30 fix:")]
    public async Task A_time_or_a_kind_without_words_records_nothing(string typed)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.StartsWith("Say what happened.", await bot.Alice.In(incident).Asks($"/incident note {typed}"), StringComparison.Ordinal);

        Assert.Empty(await bot.Store.RecordedAsync(incident));
    }

    [Fact]
    public async Task Without_words_a_form_asks_for_them_and_reads_a_time_as_the_command_does()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Types("/incident note");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "8:45 decision: fail over & wait"));
        await bot.SettlesAsync();

        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        Assert.Equal((EntryKind.Decision, "fail over &amp; wait", TimePrecision.Minute), (entry.Kind, entry.Text, entry.Happened.Precision));
    }

    private static string Link(TestBot bot, string ts) => $"https://sandbox.slack.com/archives/{bot.General}/p{ts.Replace(".", "", StringComparison.Ordinal)}";
}

using IncidentBot.Domain.Timeline;
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
        Assert.StartsWith("On the timeline: <!date^", answer, StringComparison.Ordinal);
        Assert.Contains($"We called the provider (noted by {bot.Bob.Mention})", Assert.Single(await bot.ThreadAsync(incident)).Text, StringComparison.Ordinal);
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
    [InlineData("25:00 is no time")]
    [InlineData("8.30 in the other way of writing")]
    [InlineData("10m ago")]
    [InlineData("yesterday it was fine")]
    public async Task What_was_probably_meant_as_a_time_is_not_taken_for_text(string typed)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();

        Assert.Contains("looks like a time I cannot read.", await bot.Alice.In(incident).Asks($"/incident note {typed}"), StringComparison.Ordinal);

        Assert.Empty(await bot.Store.RecordedAsync(incident));
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
}

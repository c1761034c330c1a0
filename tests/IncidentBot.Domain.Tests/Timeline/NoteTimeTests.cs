using System.Globalization;
using IncidentBot.Domain.Timeline;
using static IncidentBot.Domain.Tests.Timeline.Zones;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class NoteTimeTests
{
    /// <summary>A quarter to midnight in Berlin, so that nearly every time of day has been.</summary>
    private static readonly DateTimeOffset Late = At(2025, 7, 1, 21, 45);

    [Theory]
    [InlineData("14:05", "14:05")]
    [InlineData("9:05", "09:05")]
    [InlineData("09:05", "09:05")]
    [InlineData("0:00", "00:00")]
    [InlineData("00:00", "00:00")]
    [InlineData("2:05pm", "14:05")]
    [InlineData("02:05pm", "14:05")]
    [InlineData("2:05PM", "14:05")]
    [InlineData("2:05Am", "02:05")]
    [InlineData("12:00am", "00:00")]
    [InlineData("12:30am", "00:30")]
    [InlineData("12:00pm", "12:00")]
    [InlineData("11:45pm", "23:45")]
    [InlineData("9am", "09:00")]
    [InlineData("3 pm", "15:00")]
    [InlineData("12am", "00:00")]
    public void A_time_is_read_in_the_writers_zone_to_the_minute(string word, string shown)
    {
        var read = Timed(word, Late, Berlin).Happened;

        Assert.True(NoteTime.NeedsZone(word));
        Assert.Equal($"2025-07-01 {shown} +02:00", Shown(read.Instant, Berlin));
        Assert.Equal(TimeSpan.Zero, read.Instant?.Offset);
        Assert.Equal(($"{word} Europe/Berlin", TimePrecision.Minute), (read.AsGiven, read.Precision));
    }

    [Theory]
    [InlineData("yesterday 21:30", "2025-06-30 21:30 +02:00")]
    [InlineData("Yesterday at 9:30 pm", "2025-06-30 21:30 +02:00")]
    [InlineData("yesterday 3pm", "2025-06-30 15:00 +02:00")]
    [InlineData("yesterday at 11 PM", "2025-06-30 23:00 +02:00")]
    [InlineData("today 9:30", "2025-07-01 09:30 +02:00")]
    [InlineData("at 14:05", "2025-07-01 14:05 +02:00")]
    [InlineData("2025-06-21 10:15", "2025-06-21 10:15 +02:00")]
    [InlineData("2025-6-1 10:15 PM", "2025-06-01 22:15 +02:00")]
    [InlineData("2025-01-21T10:15", "2025-01-21 10:15 +01:00")]
    [InlineData("2024-02-29, 10:15", "2024-02-29 10:15 +01:00")]
    public void A_day_may_be_said(string words, string shown)
    {
        var read = Timed($"{words} fix: restarted", Late, Berlin);

        Assert.True(NoteTime.NeedsZone(words));
        Assert.Equal((shown, $"{words} Europe/Berlin", "fix: restarted"), (Shown(read.Happened.Instant, Berlin), read.Happened.AsGiven, read.Rest));
    }

    [Theory]
    [InlineData("2025-06-21 10:15 UTC-5", "2025-06-21 15:15 +00:00")]
    [InlineData("2025-06-21 10:15 UTC−5", "2025-06-21 15:15 +00:00")]
    [InlineData("2025-06-21 10:15 utc+5:45", "2025-06-21 04:30 +00:00")]
    [InlineData("2025-06-21 10:15 GMT+1", "2025-06-21 09:15 +00:00")]
    [InlineData("2025-06-21 10:15 +02:00", "2025-06-21 08:15 +00:00")]
    [InlineData("2025-06-21 10:15+0200", "2025-06-21 08:15 +00:00")]
    [InlineData("2025-06-21 10:15 Z", "2025-06-21 10:15 +00:00")]
    [InlineData("2025-06-21T10:15Z", "2025-06-21 10:15 +00:00")]
    [InlineData("2025-06-21T10:15-05:00", "2025-06-21 15:15 +00:00")]
    [InlineData("14:05 UTC", "2025-07-01 14:05 +00:00")]
    [InlineData("14:05Z", "2025-07-01 14:05 +00:00")]
    [InlineData("2:05pm -05:00", "2025-07-01 19:05 +00:00")]
    [InlineData("23:00 UTC+14", "2025-07-01 09:00 +00:00")]
    [InlineData("yesterday 23:00 UTC-5", "2025-07-01 04:00 +00:00")]
    [InlineData("3pm UTC", "2025-07-01 15:00 +00:00")]
    public void An_offset_goes_before_the_writers_zone_and_stays_as_it_was_written(string words, string shown)
    {
        var read = Timed(words, Late, Berlin);

        Assert.False(NoteTime.NeedsZone(words));
        Assert.Equal((shown, words), (Shown(read.Happened.Instant, TimeZoneInfo.Utc), read.Happened.AsGiven));
    }

    [Theory]
    [InlineData("\u200E14:05", "14:05")]
    [InlineData("\u200B14:05", "14:05")]
    [InlineData("\u202E14:05", "14:05")]
    [InlineData("14\u2060:05\uFEFF", "14:05")]
    public void Marks_nobody_sees_hide_no_time(string words, string read)
    {
        Assert.True(NoteTime.NeedsZone($"{words} restarted"));
        var timed = Timed($"{words} restarted", Late, Berlin);
        Assert.Equal((Timed($"{read} restarted", Late, Berlin).Happened, "restarted"), (timed.Happened, timed.Rest));
    }

    [Theory]
    [InlineData("noon", 12, 0)]
    [InlineData("at noon", 12, 0)]
    [InlineData("today midday", 12, 0)]
    [InlineData("midnight", 0, 0)]
    public void Noon_and_midnight_are_times(string words, int hour, int minute)
    {
        var read = Timed($"{words}: restarted", Late, Berlin);
        Assert.Equal((new TimeOnly(hour, minute), "restarted"), (TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(read.Happened.Instant!.Value, Berlin).DateTime), read.Rest));
    }

    [Theory]
    [InlineData("last night it failed", "last night")]
    [InlineData("this morning: it failed", "this morning")]
    [InlineData("earlier today it failed", "earlier today")]
    public void A_part_of_a_day_is_asked_about(string words, string doubtful) =>
        Assert.Equal(new TimeReading.Doubtful(doubtful, TimeDoubt.DayOnly), NoteTime.Read(words, Late, Berlin));

    [Theory]
    [InlineData("14:05:06", 6)]
    [InlineData("2025-07-01 14:05:59", 59)]
    [InlineData("2025-07-01T14:05:09.120", 9)]
    [InlineData("2025-07-01T12:05:09.120Z", 9)]
    public void Seconds_are_kept(string words, int second)
    {
        var read = Timed(words, Late, Berlin).Happened;
        Assert.Equal((At(2025, 7, 1, 12, 5).AddSeconds(second), TimePrecision.Second), (read.Instant, read.Precision));
    }

    [Theory]
    [InlineData("25m ago", 25)]
    [InlineData("1h30m ago", 90)]
    [InlineData("1h 30m ago", 90)]
    [InlineData("1 hour and 30 minutes ago", 90)]
    [InlineData("90 min ago", 90)]
    [InlineData("2 Hours Ago", 120)]
    [InlineData("1d ago", 1440)]
    [InlineData("120s ago", 2)]
    [InlineData("0m ago", 0)]
    [InlineData("an hour ago", 60)]
    [InlineData("a minute ago", 1)]
    [InlineData("Two hours ago", 120)]
    [InlineData("half an hour ago", 30)]
    [InlineData("1 week ago", 10_080)]
    [InlineData("2w 1d ago", 21_600)]
    public void How_long_ago_needs_no_zone(string words, int minutes)
    {
        var read = Timed($"{words}: restarted", Late, Berlin);

        Assert.False(NoteTime.NeedsZone(words));
        Assert.Equal((Late.AddMinutes(-minutes), words, TimePrecision.Minute, "restarted"), (read.Happened.Instant, read.Happened.AsGiven, read.Happened.Precision, read.Rest));
    }

    [Theory]
    [InlineData(75)]
    [InlineData(2_000)]
    [InlineData(3)]
    public void Longer_ago_than_any_incident_is_asked_about_and_breaks_nothing(int times)
    {
        var words = $"{string.Concat(Enumerable.Repeat("9999d ", times))}ago";

        Assert.Equal(new TimeReading.Doubtful(words, TimeDoubt.Unreadable), NoteTime.Read($"{words} the pump was built", Late, Berlin));
    }

    [Fact]
    public void How_long_ago_is_exactly_that_long_ago() => Seeds.Each(2_000, random =>
    {
        var (days, hours, minutes) = (random.Next(400), random.Next(48), random.Next(300));
        var space = random.OneOf(["", " "]);

        var read = Timed($"{days}d{space}{hours}{space}h{space}{minutes}m ago text", Late, Berlin);

        Assert.Equal((Late - new TimeSpan(days, hours, minutes, 0), "text"), (read.Happened.Instant, read.Rest));
    });

    [Theory]
    [InlineData("")]
    [InlineData("fix:")]
    [InlineData("5m users affected")]
    [InlineData("5m users affected 25m ago")]
    [InlineData("25m agony")]
    [InlineData("10m")]
    [InlineData("2h of nothing")]
    [InlineData("500")]
    [InlineData("14")]
    [InlineData("1405")]
    [InlineData("14:5")]
    [InlineData("1:100")]
    [InlineData("-1:00")]
    [InlineData("+1:00")]
    [InlineData(" 14:05")]
    [InlineData("v14.05")]
    [InlineData("3x")]
    [InlineData("10ms")]
    [InlineData("1.2.3.4")]
    [InlineData("pm")]
    [InlineData("sometimes it works")]
    [InlineData("yesterdays backup")]
    [InlineData("today the cache is cold")]
    [InlineData("may 5 pods be enough")]
    [InlineData("2025-07-01-backup.tar is empty")]
    [InlineData("the 2:05 pm train")]
    [InlineData("1500 users affected")]
    [InlineData("2025 was better")]
    [InlineData("3 May-build nodes left")]
    [InlineData("mon is unwell")]
    [InlineData("5 ambers")]
    [InlineData("[db-7] is down")]
    [InlineData("*important* restarted")]
    [InlineData("10.0.0.7 is down")]
    [InlineData("half an hour of silence")]
    public void Everything_else_is_text(string note)
    {
        Assert.IsType<TimeReading.NoTime>(NoteTime.Read(note, Late, Berlin));
        Assert.False(NoteTime.NeedsZone(note));
    }

    [Theory]
    [InlineData("24:00 text", "24:00", TimeDoubt.Unreadable)]
    [InlineData("14:60", "14:60", TimeDoubt.Unreadable)]
    [InlineData("14:05 yesterday it failed", "14:05 yesterday", TimeDoubt.Unreadable)]
    [InlineData("1.5h ago it failed", "1.5h ago", TimeDoubt.Unreadable)]
    [InlineData("5 ago it failed", "5 ago", TimeDoubt.Unreadable)]
    [InlineData("-5m ago it failed", "-5m ago", TimeDoubt.Unreadable)]
    [InlineData("in 5m it fails", "in 5m", TimeDoubt.Unreadable)]
    [InlineData("2:5pm it failed", "2:5pm", TimeDoubt.Unreadable)]
    [InlineData("3pm-ish it failed", "3pm-ish", TimeDoubt.Unreadable)]
    [InlineData("１４:０５ it failed", "１４:０５", TimeDoubt.Unreadable)]
    [InlineData("١٤:٠٥ it failed", "١٤:٠٥", TimeDoubt.Unreadable)]
    [InlineData("14:05:60", "14:05:60", TimeDoubt.Unreadable)]
    [InlineData("13:05pm", "13:05pm", TimeDoubt.Unreadable)]
    [InlineData("0:05am", "0:05am", TimeDoubt.Unreadable)]
    [InlineData("2:05p", "2:05p", TimeDoubt.Unreadable)]
    [InlineData("14.05", "14.05", TimeDoubt.Unreadable)]
    [InlineData("14h05", "14h05", TimeDoubt.Unreadable)]
    [InlineData("2.05PM", "2.05PM", TimeDoubt.Unreadable)]
    [InlineData("14pm", "14pm", TimeDoubt.Unreadable)]
    [InlineData("21.07.2025 10:15", "21.07.2025", TimeDoubt.Unreadable)]
    [InlineData("7/21/25 10:15", "7/21/25", TimeDoubt.Unreadable)]
    [InlineData("July 21, 2025 - 10:15 AM", "July 21, 2025", TimeDoubt.Unreadable)]
    [InlineData("2025-02-29 10:15", "2025-02-29 10:15", TimeDoubt.Unreadable)]
    [InlineData("0025-02-21 10:15", "0025-02-21 10:15", TimeDoubt.Unreadable)]
    [InlineData("2025-06-21 10:15 UTC+15", "2025-06-21 10:15 UTC+15", TimeDoubt.Unreadable)]
    [InlineData("14:05 +2 text", "14:05 +2", TimeDoubt.Unreadable)]
    [InlineData("an hour and a half ago", "an hour and a half ago", TimeDoubt.Unreadable)]
    [InlineData("a few minutes ago it went", "a few minutes ago", TimeDoubt.Unreadable)]
    [InlineData("2 months ago", "2 months ago", TimeDoubt.Unreadable)]
    [InlineData("14:05 Europe/Lundon restarted", "14:05 Europe/Lundon", TimeDoubt.Unreadable)]
    [InlineData("14:05 EST5 restarted", "14:05 EST5", TimeDoubt.ZoneByLetters)]
    [InlineData("14:05 EST5EDT restarted", "14:05 EST5EDT", TimeDoubt.ZoneByLetters)]
    [InlineData("21 Jul 10:15 restarted", "21 Jul 10:15", TimeDoubt.Unreadable)]
    [InlineData("21st of July, 10:15", "21st of July, 10:15", TimeDoubt.Unreadable)]
    [InlineData("21-Jul-2025 10:15", "21-Jul-2025", TimeDoubt.Unreadable)]
    [InlineData("Jul 21 10:15 restarted", "Jul 21 10:15", TimeDoubt.Unreadable)]
    [InlineData("Jul 21, 3pm restarted", "Jul 21, 3pm", TimeDoubt.Unreadable)]
    [InlineData("2025/07/21 10:15 restarted", "2025/07/21", TimeDoubt.Unreadable)]
    [InlineData("21/07 10:15 restarted", "21/07 10:15", TimeDoubt.Unreadable)]
    [InlineData("0915 restarted", "0915", TimeDoubt.Unreadable)]
    [InlineData("1405Z restarted", "1405Z", TimeDoubt.Unreadable)]
    [InlineData("at 1405 restarted", "at 1405", TimeDoubt.Unreadable)]
    [InlineData("[14:05] restarted", "[14:05]", TimeDoubt.Unreadable)]
    [InlineData("*14:05* restarted", "*14:05*", TimeDoubt.Unreadable)]
    [InlineData("[2025-07-01 14:05:09] restarted", "[2025-07-01 14:05:09]", TimeDoubt.Unreadable)]
    [InlineData("~14:05 restarted", "~14:05", TimeDoubt.Unreadable)]
    [InlineData("around 14:05 it went", "around 14:05", TimeDoubt.Unreadable)]
    [InlineData("mon 14:05", "mon 14:05", TimeDoubt.Unreadable)]
    [InlineData("monday 14:05", "monday 14:05", TimeDoubt.Unreadable)]
    [InlineData("last night at 23:10", "last night at 23:10", TimeDoubt.Unreadable)]
    [InlineData("yesterday it was fine", "yesterday", TimeDoubt.DayOnly)]
    [InlineData("2025-06-21: it was fine", "2025-06-21", TimeDoubt.DayOnly)]
    [InlineData("14:05-14:20", "14:05-14:20", TimeDoubt.TwoTimes)]
    [InlineData("8:30–8:50: dark", "8:30–8:50", TimeDoubt.TwoTimes)]
    [InlineData("14:05-05:00", "14:05-05:00", TimeDoubt.TwoTimes)]
    [InlineData("2025-06-21 10:15-11:00", "2025-06-21 10:15-11:00", TimeDoubt.TwoTimes)]
    [InlineData("14:05 – 14:20 dark", "14:05 – 14:20", TimeDoubt.TwoTimes)]
    [InlineData("14:05 to 14:20", "14:05 to 14:20", TimeDoubt.TwoTimes)]
    [InlineData("14:05 EST text", "14:05 EST", TimeDoubt.ZoneByLetters)]
    [InlineData("2025-06-21 10:15 CEST", "2025-06-21 10:15 CEST", TimeDoubt.ZoneByLetters)]
    [InlineData("today 23:56", "today 23:56", TimeDoubt.NotYet)]
    [InlineData("2025-07-02 0:01", "2025-07-02 0:01", TimeDoubt.NotYet)]
    [InlineData("9999-12-31 23:59", "9999-12-31 23:59", TimeDoubt.NotYet)]
    [InlineData("2025-07-01 21:56 Z", "2025-07-01 21:56 Z", TimeDoubt.NotYet)]
    public void What_was_probably_meant_as_a_time_is_asked_about(string note, string words, TimeDoubt doubt) =>
        Assert.Equal(new TimeReading.Doubtful(words, doubt), NoteTime.Read(note, Late, Berlin));

    [Theory]
    [InlineData("2:05 pm fix: restarted", "2:05 pm", "fix: restarted")]
    [InlineData("2:05  PM\tfix", "2:05  PM", "fix")]
    [InlineData("2:05 am", "2:05 am", "")]
    [InlineData("14:05\nfix", "14:05", "fix")]
    [InlineData("14:05   fix ", "14:05", "fix")]
    [InlineData("14:05: fix", "14:05", "fix")]
    [InlineData("14:05, fix", "14:05", "fix")]
    [InlineData("14:05 - fix", "14:05", "fix")]
    [InlineData("14:05 -5", null, null)]
    [InlineData("14:05 -v was missing", "14:05", "-v was missing")]
    [InlineData("2:05 pmc paged", "2:05", "pmc paged")]
    [InlineData("14:05 Zone b is dark", "14:05", "Zone b is dark")]
    [InlineData("14:05 East is dark", "14:05", "East is dark")]
    [InlineData("14:05 best effort", "14:05", "best effort")]
    [InlineData("14:05 14:06 and 14:07", "14:05", "14:06 and 14:07")]
    [InlineData("14:05", "14:05", "")]
    public void What_follows_the_time_is_the_text(string note, string? words, string? rest)
    {
        var read = NoteTime.Read(note, Late, Berlin) as TimeReading.Timed;
        Assert.Equal((words is null ? null : $"{words} Europe/Berlin", rest), (read?.Happened.AsGiven, read?.Rest));
    }

    [Fact]
    public void Whatever_is_written_some_answer_comes_and_no_text_is_lost() => Seeds.Each(20_000, random =>
    {
        string[] pieces = ["14:05", "2:5", "25m", "ago", "yesterday", "2025-07-21", "99:99", "UTC", "-5", "+02:00", "Z", "pm", "T", ":", "-", "–", "\n", "<", "0", "99999999999", "EST", "cache", "at", "h"];
        var note = string.Join(random.OneOf(["", " "]), Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.OneOf(pieces)));

        if (NoteTime.Read(note, Late, Berlin) is TimeReading.Timed read)
            Assert.EndsWith(read.Rest, note.TrimEnd(), StringComparison.Ordinal);
        if (NoteTime.Read(note, Late, Berlin) is TimeReading.Timed { Happened.Instant: { } instant })
            Assert.True(instant <= Late.AddMinutes(10));
    });

    [Theory]
    [InlineData("sometime")]
    [InlineData("Sometime")]
    [InlineData("SOMETIME")]
    public void Sometime_is_a_time_nobody_knows_and_needs_no_zone(string word)
    {
        Assert.Equal(new HappenedAt(null, "sometime", TimePrecision.Unknown), Timed(word, Late, Berlin).Happened);
        Assert.False(NoteTime.NeedsZone(word));
    }

    [Theory]
    [InlineData("12:00", "2025-07-01 12:00 +02:00")]
    [InlineData("12:10", "2025-07-01 12:10 +02:00")]
    [InlineData("12:11", "2025-06-30 12:11 +02:00")]
    [InlineData("23:59", "2025-06-30 23:59 +02:00")]
    public void A_time_up_to_ten_minutes_ahead_is_today_and_a_later_one_yesterday(string word, string shown) =>
        Assert.Equal(shown, Shown(Timed(word, At(2025, 7, 1, 10), Berlin).Happened.Instant, Berlin));

    [Theory]
    [InlineData("23:58", "2025-06-30 23:58 +02:00")]
    [InlineData("0:01", "2025-07-01 00:01 +02:00")]
    [InlineData("0:13", "2025-07-01 00:13 +02:00")]
    [InlineData("0:14", "2025-06-30 00:14 +02:00")]
    public void Just_after_midnight_the_evening_before_is_yesterday(string word, string shown) =>
        Assert.Equal(shown, Shown(Timed(word, At(2025, 6, 30, 22, 3), Berlin).Happened.Instant, Berlin));

    [Theory]
    [InlineData("12:11", true)]
    [InlineData("12:10", false)]
    [InlineData("yesterday 13:01", false)]
    public void What_is_taken_for_yesterdays_without_the_word_is_said(string words, bool isSaid) =>
        Assert.Equal(isSaid, Timed(words, At(2025, 7, 1, 10), Berlin).IsYesterdays);

    [Theory]
    [InlineData("14:05 Europe/London restarted", "2025-07-01 13:05 +00:00", "14:05 Europe/London")]
    [InlineData("2025-01-21 10:15 America/New_York: restarted", "2025-01-21 15:15 +00:00", "2025-01-21 10:15 America/New_York")]
    [InlineData("yesterday 3pm America/Argentina/Buenos_Aires restarted", "2025-06-30 18:00 +00:00", "yesterday 3pm America/Argentina/Buenos_Aires")]
    public void A_zone_by_its_area_and_city_goes_before_the_writers(string note, string shown, string given)
    {
        var read = Timed(note, Late, Berlin);

        Assert.False(NoteTime.NeedsZone(note));
        Assert.Equal((shown, given, "restarted"), (Shown(read.Happened.Instant, TimeZoneInfo.Utc), read.Happened.AsGiven, read.Rest));
    }

    [Fact]
    public void Just_before_midnight_the_small_hours_are_todays_and_never_tomorrows() =>
        Assert.Equal("2025-07-01 00:02 +02:00", Shown(Timed("0:02", At(2025, 7, 1, 21, 55), Berlin).Happened.Instant, Berlin));

    [Fact]
    public void Each_writer_is_read_in_their_own_zone()
    {
        var now = At(2025, 1, 1, 20);
        Assert.Equal(At(2025, 1, 1, 13, 5), Timed("14:05", now, Berlin).Happened.Instant);
        Assert.Equal(At(2025, 1, 1, 19, 5), Timed("14:05", now, NewYork).Happened.Instant);
        Assert.Equal(At(2025, 1, 1, 14, 5), Timed("14:05", now, TimeZoneInfo.Utc).Happened.Instant);
        Assert.Equal(At(2025, 1, 1, 8, 20), Timed("14:05", now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu")).Happened.Instant);
    }

    [Fact]
    public void What_offset_now_is_written_in_changes_nothing() =>
        Assert.Equal("2025-07-01 02:40 +02:00", Shown(Timed("2:40", At(2025, 7, 1, 1).ToOffset(TimeSpan.FromHours(-9)), Berlin).Happened.Instant, Berlin));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fi-FI")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(At(2025, 7, 1, 12, 5), Timed("2:05pm", Late, Berlin).Happened.Instant);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    internal static TimeReading.Timed Timed(string note, DateTimeOffset now, TimeZoneInfo zone) =>
        Assert.IsType<TimeReading.Timed>(NoteTime.Read(note, now, zone));
}

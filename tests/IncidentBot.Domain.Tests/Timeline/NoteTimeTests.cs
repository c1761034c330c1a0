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
    public void A_time_is_read_in_the_writers_zone_to_the_minute(string word, string shown)
    {
        var read = NoteTime.Read(word, Late, Berlin);

        Assert.True(NoteTime.NeedsZone(word));
        Assert.Equal($"2025-07-01 {shown} +02:00", Shown(read?.Instant, Berlin));
        Assert.Equal(TimeSpan.Zero, read?.Instant?.Offset);
        Assert.Equal(($"{word} Europe/Berlin", TimePrecision.Minute), (read?.AsGiven, read?.Precision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("fix:")]
    [InlineData("14")]
    [InlineData("1405")]
    [InlineData("14:5")]
    [InlineData("14:60")]
    [InlineData("24:00")]
    [InlineData("25:10")]
    [InlineData("-1:00")]
    [InlineData("+1:00")]
    [InlineData(" 14:05")]
    [InlineData("14:05 ")]
    [InlineData("14:05:06")]
    [InlineData("14.05")]
    [InlineData("14:05Z")]
    [InlineData("13:05pm")]
    [InlineData("2:05p")]
    [InlineData("١٤:٠٥")]
    [InlineData("14：05")]
    [InlineData("sometimes")]
    [InlineData("2025-07-01")]
    public void Any_other_word_is_no_time(string word)
    {
        Assert.Null(NoteTime.Read(word, Late, Berlin));
        Assert.False(NoteTime.NeedsZone(word));
    }

    [Theory]
    [InlineData("2:05 pm fix: restarted", "2:05pm", "fix: restarted")]
    [InlineData("2:05  PM\tfix", "2:05PM", "fix")]
    [InlineData("2:05 am", "2:05am", "")]
    [InlineData("14:05 fix: restarted", "14:05", "fix: restarted")]
    [InlineData("2:05pm fix", "2:05pm", "fix")]
    [InlineData("14:05\nfix", "14:05", "fix")]
    [InlineData("14:05   fix ", "14:05", "fix")]
    [InlineData("14:05", "14:05", "")]
    [InlineData("2:05 pmc paged", "2:05", "pmc paged")]
    [InlineData("the 2:05 pm train", "the", "2:05 pm train")]
    [InlineData("", "", "")]
    public void A_note_is_split_after_its_time_though_am_and_pm_may_stand_apart(string note, string first, string after) =>
        Assert.Equal((first, after), NoteTime.SplitTime(note));

    [Theory]
    [InlineData("24:00")]
    [InlineData("14:60")]
    [InlineData("13:05pm")]
    [InlineData("14.05")]
    [InlineData("14h05")]
    [InlineData("2.05PM")]
    [InlineData("2pm")]
    [InlineData("14:05:06")]
    [InlineData("14:05:")]
    [InlineData("14:05Z")]
    [InlineData("14:05-14:20")]
    [InlineData("10m")]
    [InlineData("90min")]
    [InlineData("2h")]
    [InlineData("Yesterday")]
    public void A_word_that_was_meant_as_a_time_is_known_as_such(string word)
    {
        Assert.Null(NoteTime.Read(word, Late, Berlin));
        Assert.True(NoteTime.LooksLikeTime(word));
    }

    [Theory]
    [InlineData("fix:")]
    [InlineData("500")]
    [InlineData("v14.05")]
    [InlineData("3x")]
    [InlineData("1:100")]
    [InlineData("10ms")]
    [InlineData("1.2.3.4")]
    [InlineData("pm")]
    [InlineData("")]
    public void Other_words_are_the_first_of_the_text(string word) => Assert.False(NoteTime.LooksLikeTime(word));

    [Theory]
    [InlineData("sometime")]
    [InlineData("Sometime")]
    [InlineData("SOMETIME")]
    public void Sometime_is_a_time_nobody_knows_and_needs_no_zone(string word)
    {
        Assert.Equal(new HappenedAt(null, "sometime", TimePrecision.Unknown), NoteTime.Read(word, Late, Berlin));
        Assert.False(NoteTime.NeedsZone(word));
    }

    [Theory]
    [InlineData("12:00", "2025-07-01 12:00 +02:00")]
    [InlineData("12:10", "2025-07-01 12:10 +02:00")]
    [InlineData("12:11", "2025-06-30 12:11 +02:00")]
    [InlineData("23:59", "2025-06-30 23:59 +02:00")]
    public void A_time_up_to_ten_minutes_ahead_is_today_and_a_later_one_yesterday(string word, string shown) =>
        Assert.Equal(shown, Shown(NoteTime.Read(word, At(2025, 7, 1, 10), Berlin)?.Instant, Berlin));

    [Theory]
    [InlineData("23:58", "2025-06-30 23:58 +02:00")]
    [InlineData("0:01", "2025-07-01 00:01 +02:00")]
    [InlineData("0:13", "2025-07-01 00:13 +02:00")]
    [InlineData("0:14", "2025-06-30 00:14 +02:00")]
    public void Just_after_midnight_the_evening_before_is_yesterday(string word, string shown) =>
        Assert.Equal(shown, Shown(NoteTime.Read(word, At(2025, 6, 30, 22, 3), Berlin)?.Instant, Berlin));

    [Fact]
    public void Just_before_midnight_the_small_hours_are_todays_and_never_tomorrows() =>
        Assert.Equal("2025-07-01 00:02 +02:00", Shown(NoteTime.Read("0:02", At(2025, 7, 1, 21, 55), Berlin)?.Instant, Berlin));

    [Fact]
    public void Each_writer_is_read_in_their_own_zone()
    {
        var now = At(2025, 1, 1, 20);
        Assert.Equal(At(2025, 1, 1, 13, 5), NoteTime.Read("14:05", now, Berlin)?.Instant);
        Assert.Equal(At(2025, 1, 1, 19, 5), NoteTime.Read("14:05", now, NewYork)?.Instant);
        Assert.Equal(At(2025, 1, 1, 14, 5), NoteTime.Read("14:05", now, TimeZoneInfo.Utc)?.Instant);
        Assert.Equal(At(2025, 1, 1, 8, 20), NoteTime.Read("14:05", now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu"))?.Instant);
    }

    [Fact]
    public void What_offset_now_is_written_in_changes_nothing() =>
        Assert.Equal("2025-07-01 02:40 +02:00", Shown(NoteTime.Read("2:40", At(2025, 7, 1, 1).ToOffset(TimeSpan.FromHours(-9)), Berlin)?.Instant, Berlin));

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
            Assert.Equal(At(2025, 7, 1, 12, 5), NoteTime.Read("2:05pm", Late, Berlin)?.Instant);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

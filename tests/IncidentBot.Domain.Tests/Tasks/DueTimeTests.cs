using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Tasks;

namespace IncidentBot.Domain.Tests.Tasks;

public sealed class DueTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>A Monday; 11:30 in Berlin.</summary>
    private static readonly DateTimeOffset Now = new(2025, 7, 21, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("30m", "2025-07-21T10:00Z")]
    [InlineData("in 2 hours", "2025-07-21T11:30Z")]
    [InlineData("an hour", "2025-07-21T10:30Z")]
    [InlineData("1d 4h", "2025-07-22T13:30Z")]
    [InlineData("2 weeks", "2025-08-04T09:30Z")]
    [InlineData("17:00", "2025-07-21T15:00Z")]
    [InlineData("by 5pm", "2025-07-21T15:00Z")]
    [InlineData("11:00", "2025-07-22T09:00Z")]
    [InlineData("17:00 UTC", "2025-07-21T17:00Z")]
    [InlineData("today", "2025-07-21T15:00Z")]
    [InlineData("tonight", "2025-07-21T18:00Z")]
    [InlineData("tonight 22:30", "2025-07-21T20:30Z")]
    [InlineData("tomorrow", "2025-07-22T15:00Z")]
    [InlineData("Tomorrow at 9:15", "2025-07-22T07:15Z")]
    [InlineData("friday 9:00", "2025-07-25T07:00Z")]
    [InlineData("thursday", "2025-07-24T15:00Z")]
    [InlineData("monday", "2025-07-28T15:00Z")]
    [InlineData("2025-08-01", "2025-08-01T15:00Z")]
    [InlineData("2025-07-25 10:15 UTC+2", "2025-07-25T08:15Z")]
    [InlineData("2025-07-25 10:15 UTC", "2025-07-25T10:15Z")]
    [InlineData("25.07.2025 14:00", "2025-07-25T12:00Z")]
    [InlineData("bis 31.12.", "2025-12-31T16:00Z")]
    [InlineData("1.2. um 9 Uhr", "2026-02-01T08:00Z")]
    [InlineData("morgen", "2025-07-22T15:00Z")]
    [InlineData("übermorgen", "2025-07-23T15:00Z")]
    [InlineData("morgen um 9:15", "2025-07-22T07:15Z")]
    [InlineData("heute 14:05", "2025-07-21T12:05Z")]
    [InlineData("heute Abend", "2025-07-21T18:00Z")]
    [InlineData("um 14 Uhr", "2025-07-21T12:00Z")]
    [InlineData("14.30 Uhr", "2025-07-21T12:30Z")]
    [InlineData("bis Freitag 9 Uhr", "2025-07-25T07:00Z")]
    [InlineData("dienstag", "2025-07-22T15:00Z")]
    [InlineData("am Mittwoch", "2025-07-23T15:00Z")]
    [InlineData("Donnerstag", "2025-07-24T15:00Z")]
    [InlineData("Samstag", "2025-07-26T15:00Z")]
    [InlineData("Sonnabend", "2025-07-26T15:00Z")]
    [InlineData("Sonntag", "2025-07-27T15:00Z")]
    [InlineData("in einer Stunde", "2025-07-21T10:30Z")]
    [InlineData("in 2 Stunden und 10 Minuten", "2025-07-21T11:40Z")]
    [InlineData("in 3 Tagen", "2025-07-24T09:30Z")]
    public void A_time_to_come_is_read_in_the_writers_zone(string words, string instant) =>
        Assert.Equal(new DueReading.At(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)), DueTime.Read(words, Now, Berlin));

    [Theory]
    [InlineData("2bd", "2025-07-23T09:30Z")]
    [InlineData("in 5 business days", "2025-07-29T09:30Z")]
    [InlineData("1 business day", "2025-07-22T09:30Z")]
    [InlineData("in 5 Arbeitstagen", "2025-07-29T09:30Z")]
    public void Business_days_are_counted_by_the_calendar(string words, string instant)
    {
        var calendar = BusinessDays.Default with { Zone = Berlin, Holidays = new Dictionary<DateOnly, string> { [new DateOnly(2025, 7, 25)] = "A fair" } };

        Assert.Equal(new DueReading.At(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)), DueTime.Read(words, Now, Berlin, calendar));
        Assert.IsType<DueReading.Unreadable>(DueTime.Read("0bd", Now, Berlin, calendar));
        Assert.IsType<DueReading.Unreadable>(DueTime.Read("999bd", Now, Berlin, calendar));
    }

    [Fact]
    public void Late_in_the_evening_tonight_is_what_is_left_of_the_day() => Assert.Equal(
        new DueReading.At(new DateTimeOffset(2025, 7, 21, 21, 59, 0, TimeSpan.Zero)), DueTime.Read("tonight", new DateTimeOffset(2025, 7, 21, 19, 0, 0, TimeSpan.Zero), Berlin));

    [Theory]
    [InlineData("today 9:00")]
    [InlineData("2025-07-20")]
    [InlineData("2025-07-21 11:30")]
    public void What_has_passed_is_said_to_have_passed(string words) => Assert.IsType<DueReading.Passed>(DueTime.Read(words, Now, Berlin));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("17")]
    [InlineData("25:00")]
    [InlineData("13pm")]
    [InlineData("0m")]
    [InlineData("9999w")]
    [InlineData("2025-13-40")]
    [InlineData("2035-01-01")]
    [InlineData("UTC")]
    [InlineData("17:00 UTC+15")]
    [InlineData("date bug")]
    public void What_is_no_time_is_not_taken_for_one(string words) => Assert.IsType<DueReading.Unreadable>(DueTime.Read(words, Now, Berlin));

    [Fact]
    public void A_time_the_clocks_skip_moves_on_with_them_and_of_one_they_repeat_the_next_counts()
    {
        var spring = new DateTimeOffset(2025, 3, 29, 20, 0, 0, TimeSpan.Zero);
        var autumn = new DateTimeOffset(2025, 10, 26, 0, 45, 0, TimeSpan.Zero);

        Assert.Equal(new DueReading.At(new DateTimeOffset(2025, 3, 30, 1, 30, 0, TimeSpan.Zero)), DueTime.Read("2:30", spring, Berlin));
        Assert.Equal(new DueReading.At(new DateTimeOffset(2025, 10, 26, 1, 30, 0, TimeSpan.Zero)), DueTime.Read("2:30", autumn, Berlin));
        Assert.Equal(new DueReading.At(new DateTimeOffset(2025, 10, 26, 0, 30, 0, TimeSpan.Zero)), DueTime.Read("2:30", autumn.AddHours(-1), Berlin));
    }

    [Fact]
    public void The_next_time_of_a_clock_is_ahead_within_a_day_and_an_hour_and_shown_there_unless_clocks_skip_it()
    {
        var zones = new[] { "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "UTC" }.Select(TimeZoneInfo.FindSystemTimeZoneById).ToList();
        Seeds.Each(400, random =>
        {
            var (zone, now) = (random.OneOf(zones), Now + random.Between(TimeSpan.Zero, TimeSpan.FromDays(800)));
            var time = new TimeOnly(random.Next(24), random.Next(60));

            var at = Assert.IsType<DueReading.At>(DueTime.Read(time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), now, zone)).Instant;

            Assert.InRange(at - now, TimeSpan.FromTicks(1), TimeSpan.FromHours(25));
            var shown = TimeZoneInfo.ConvertTime(at, zone);
            Assert.True(TimeOnly.FromDateTime(shown.DateTime) == time || zone.IsInvalidTime(shown.Date + time.ToTimeSpan()), $"{now} {zone.Id} {time}");
        });
    }
}

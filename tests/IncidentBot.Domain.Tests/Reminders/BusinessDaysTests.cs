using IncidentBot.Domain.Reminders;

namespace IncidentBot.Domain.Tests.Reminders;

/// <summary>Days people work on, counted by the dates of a zone.</summary>
public sealed class BusinessDaysTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DailyHours NineToSix = new(new TimeOnly(9, 0), new TimeOnly(18, 0));
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"];

    [Theory]
    [InlineData("2031-03-03T10:00Z", 2, "2031-03-05T10:00Z")]
    [InlineData("2031-03-06T10:00Z", 2, "2031-03-10T10:00Z")]
    [InlineData("2031-03-08T10:00Z", 1, "2031-03-10T10:00Z")]
    [InlineData("2031-03-08T10:00Z", 0, "2031-03-10T10:00Z")]
    [InlineData("2031-03-03T10:00Z", 0, "2031-03-03T10:00Z")]
    public void Weekends_do_not_count(string from, int days, string expected) => Assert.Equal(At(expected), BusinessDays.Default.After(At(from), days));

    [Fact]
    public void Holidays_in_a_row_do_not_count_and_their_date_is_the_zones()
    {
        var days = BusinessDays.Default with { Zone = Berlin, Holidays = Named("2031-12-25", "2031-12-26", "2031-12-29") };

        // Half past ten in the evening it is Christmas Eve in Berlin; an hour later it is Christmas there, and half past midnight.
        Assert.Equal(At("2031-12-30T22:30Z"), days.After(At("2031-12-24T22:30Z"), 1));
        Assert.Equal(At("2031-12-29T23:30Z"), days.After(At("2031-12-24T23:30Z"), 1));
    }

    [Fact]
    public void The_time_of_day_stays_when_the_clocks_change()
    {
        var days = BusinessDays.Default with { Zone = Berlin };

        Assert.Equal(At("2031-03-31T08:00Z"), days.After(At("2031-03-28T09:00Z"), 1));
    }

    [Theory]
    [InlineData("2031-03-03T10:00Z", "2031-03-03T10:00Z")]
    [InlineData("2031-03-03T06:00Z", "2031-03-03T09:00Z")]
    [InlineData("2031-03-07T19:00Z", "2031-03-10T09:00Z")]
    [InlineData("2031-03-08T10:00Z", "2031-03-10T09:00Z")]
    public void The_next_working_moment_is_within_the_hours_of_a_business_day(string from, string expected) =>
        Assert.Equal(At(expected), BusinessDays.Default.NextWorkingMoment(At(from), NineToSix));

    [Fact]
    public void Negative_days_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BusinessDays.Default.After(At("2031-03-03T10:00Z"), -1));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_zone_and_the_holidays_it_ends_on_a_business_day_and_never_goes_back(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var from = At("2030-01-01T00:00Z").AddMinutes(chance.Next(0, 3 * 365 * 24 * 60));
            var start = DateOnly.FromDateTime(from.UtcDateTime);
            var days = BusinessDays.Default with
            {
                Zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[chance.Next(Zones.Length)]),
                Holidays = Enumerable.Range(0, chance.Next(12)).Select(_ => start.AddDays(chance.Next(-3, 20))).Distinct().ToDictionary(date => date, _ => "Holiday"),
            };
            var count = chance.Next(0, 15);

            var (due, later) = (days.After(from, count), days.After(from, count + 1));
            var working = days.NextWorkingMoment(from, NineToSix);

            // From a day off, the next business day is the first of them.
            var isCounted = count > 0 || days.Include(Date(from, days));
            Assert.True(due >= from && (isCounted ? later > due : later == due), $"seed {seed}, round {round}: {from:o} + {count} is {due:o}, then {later:o}");
            Assert.True(days.Include(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(later, days.Zone).DateTime)), $"seed {seed}, round {round}");
            Assert.True(working >= from && NineToSix.Include(working, days.Zone) && days.Include(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(working, days.Zone).DateTime)), $"seed {seed}, round {round}");
            Assert.Equal(count + 1, Counted(days, from, later));
        }
    }

    /// <summary>The business days after the day of the one and up to the day of the other, by counting them.</summary>
    private static int Counted(BusinessDays days, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (Date(from, days), Date(to, days));
        return Enumerable.Range(1, last.DayNumber - first.DayNumber).Count(off => days.Include(first.AddDays(off)));
    }

    private static DateOnly Date(DateTimeOffset instant, BusinessDays days) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, days.Zone).DateTime);

    private static Dictionary<DateOnly, string> Named(params string[] dates) =>
        dates.ToDictionary(date => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), _ => "Holiday");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

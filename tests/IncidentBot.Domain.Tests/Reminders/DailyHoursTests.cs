using System.Globalization;
using IncidentBot.Domain.Reminders;

namespace IncidentBot.Domain.Tests.Reminders;

public sealed class DailyHoursTests
{
    private static readonly DailyHours Work = new(new TimeOnly(9, 0), new TimeOnly(18, 0)) { Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] };
    private static readonly DailyHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo"];

    [Theory]
    [InlineData("2025-07-21T07:00:00Z", "Europe/Berlin", true)]
    [InlineData("2025-07-21T06:59:59Z", "Europe/Berlin", false)]
    [InlineData("2025-07-21T16:00:00Z", "Europe/Berlin", false)]
    [InlineData("2025-07-21T13:00:00Z", "America/New_York", true)]
    [InlineData("2025-07-20T10:00:00Z", "Europe/Berlin", false)]
    [InlineData("2025-07-21T00:00:00Z", "Pacific/Auckland", true)]
    public void Work_is_by_the_persons_own_clock_and_week(string instant, string zone, bool isWork) =>
        Assert.Equal(isWork, Work.Include(At(instant), Zone(zone)));

    [Theory]
    [InlineData("2025-07-21T19:59:00Z", "2025-07-21T19:59:00Z")]
    [InlineData("2025-07-21T20:00:00Z", "2025-07-22T05:00:00Z")]
    [InlineData("2025-07-22T03:00:00Z", "2025-07-22T05:00:00Z")]
    [InlineData("2025-03-29T22:00:00Z", "2025-03-30T05:00:00Z")]
    [InlineData("2025-10-25T22:00:00Z", "2025-10-26T06:00:00Z")]
    public void The_night_ends_when_the_persons_clock_says_so_whatever_the_clocks_do_in_it(string instant, string over) =>
        Assert.Equal(At(over), Night.OverFrom(At(instant), Zone("Europe/Berlin")));

    [Fact]
    public void A_night_that_ends_in_an_hour_the_clock_skips_ends_when_the_clock_moves_on()
    {
        var hours = new DailyHours(new TimeOnly(22, 0), new TimeOnly(2, 30));

        Assert.Equal(At("2025-03-30T01:00:00Z"), hours.OverFrom(At("2025-03-29T23:00:00Z"), Zone("Europe/Berlin")));
    }

    [Fact]
    public void A_night_that_ends_in_an_hour_the_clock_repeats_ends_the_first_time()
    {
        var hours = new DailyHours(new TimeOnly(22, 0), new TimeOnly(2, 30));

        Assert.Equal(At("2025-10-26T00:30:00Z"), hours.OverFrom(At("2025-10-25T22:00:00Z"), Zone("Europe/Berlin")));
        Assert.Equal(At("2025-10-26T01:30:00Z"), hours.OverFrom(At("2025-10-26T01:10:00Z"), Zone("Europe/Berlin")));
    }

    [Fact]
    public void Over_is_never_before_never_in_them_and_never_more_than_a_day_off() => Seeds.Each(5_000, random =>
    {
        var (hours, zone) = (Hours(random), Zone(random.OneOf(Zones)));
        var instant = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) + random.Between(TimeSpan.Zero, TimeSpan.FromDays(730));

        var over = hours.OverFrom(instant, zone);

        Assert.True(over >= instant && over - instant <= TimeSpan.FromHours(26), $"{hours} in {zone.Id} from {instant:O}: {over:O}");
        Assert.False(hours.Include(over, zone), $"{hours} in {zone.Id} from {instant:O}: {over:O} is still in them");
        Assert.Equal(hours.Include(instant, zone), over > instant);
    });

    [Fact]
    public void From_the_moment_asked_to_the_moment_they_are_over_they_are_on() => Seeds.Each(3_000, random =>
    {
        var (hours, zone) = (Hours(random), Zone(random.OneOf(Zones)));
        var instant = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) + random.Between(TimeSpan.Zero, TimeSpan.FromDays(730));
        var over = hours.OverFrom(instant, zone);

        for (var moment = instant; moment < over; moment += TimeSpan.FromMinutes(7))
            Assert.True(hours.Include(moment, zone), $"{hours} in {zone.Id}: {moment:O} is before {over:O}");
    });

    [Fact]
    public void Every_minute_of_a_day_is_in_them_or_not_as_the_clock_shows() => Seeds.Each(200, random =>
    {
        var (hours, zone) = (Hours(random), Zone(random.OneOf(Zones)));
        var instant = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero) + random.Between(TimeSpan.Zero, TimeSpan.FromDays(730));
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

        Assert.Equal(time.IsBetween(hours.From, hours.Until), hours.Include(instant, zone));
    });

    /// <summary>At least half an hour on and half an hour off.</summary>
    private static DailyHours Hours(Random random)
    {
        var from = random.Next(48);
        return new DailyHours(Half(from), Half(from + random.Next(1, 47)));

        static TimeOnly Half(int i) => new(i % 48 / 2, i % 2 * 30);
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}

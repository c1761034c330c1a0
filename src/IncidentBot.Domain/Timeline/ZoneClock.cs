namespace IncidentBot.Domain.Timeline;

/// <summary>What the clocks of a zone showed, also in the hours they skip and repeat.</summary>
internal static class ZoneClock
{
    /// <summary>Clocks that always keep this offset from UTC, at most fourteen hours, in whole minutes. It is no zone of people's, and is never named.</summary>
    public static TimeZoneInfo Fixed(TimeSpan offset) =>
        offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone("offset", offset, null, null);

    /// <summary>
    /// The latest instant of that day, not after <paramref name="latest"/>, at which the zone's clock showed the time: in the
    /// hour a clock repeats there are two. In the hour it skips there is none, and the time moves on with the clock.
    /// </summary>
    public static (DateTimeOffset Instant, ClockChange? Change)? LatestOn(DateOnly day, TimeOnly time, TimeZoneInfo zone, DateTimeOffset latest)
    {
        var shown = new DateTimeOffset(day, time, TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(shown.AddDays(-1)), zone.GetUtcOffset(shown.AddDays(1)));
        var (first, second) = (shown - before, shown - after);
        var (isFirst, isSecond) = (IsShown(first, before), IsShown(second, after));
        if (isSecond && second <= latest)
            return (second, isFirst && before != after ? new ClockChange.Repeated(zone.Id, after, before) : null);
        if (first > latest || (isSecond && !isFirst))
            return null;
        return (first, isFirst ? null : new ClockChange.Skipped(zone.Id, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(first, zone).DateTime)));

        bool IsShown(DateTimeOffset instant, TimeSpan offset) => zone.GetUtcOffset(instant) == offset;
    }
}

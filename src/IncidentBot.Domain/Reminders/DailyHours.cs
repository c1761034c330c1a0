namespace IncidentBot.Domain.Reminders;

/// <summary>Hours of a day, by the clocks of whatever zone somebody is in; perhaps over midnight.</summary>
/// <param name="From">When they begin.</param>
/// <param name="Until">When they end; earlier than, or the same as, <paramref name="From"/> means on the next day.</param>
public sealed record DailyHours(TimeOnly From, TimeOnly Until)
{
    private static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();

    /// <summary>The days on which they begin; every day where nothing is said.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = EveryDay;

    /// <summary>Whether the clocks of a zone show one of them. In an hour a clock skips or repeats, what it shows counts.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The zone.</param>
    public bool Include(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var shown = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var (day, time) = (shown.DayOfWeek, TimeOnly.FromDateTime(shown));
        if (From < Until)
            return time >= From && time < Until && Days.Contains(day);
        return (time >= From && Days.Contains(day)) || (time < Until && Days.Contains(shown.AddDays(-1).DayOfWeek));
    }

    /// <summary>The first moment from <paramref name="instant"/> on at which they are over; the instant itself where they are not on.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The zone.</param>
    public DateTimeOffset OverFrom(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var over = instant;
        // Each round ends one stretch; where one begins as another ends, such as all around the clock, they are never over.
        for (var round = 0; round < 2 && Include(over, zone); round++)
            over = EndAfter(over, zone);
        return over;
    }

    private DateTimeOffset EndAfter(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var shown = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var day = TimeOnly.FromDateTime(shown) < Until ? shown.Date : shown.Date.AddDays(1);
        var end = day + Until.ToTimeSpan();
        return (Shown(end, instant, zone) ?? Shown(end.AddDays(1), instant, zone) ?? instant.AddDays(1)).ToOffset(instant.Offset);
    }

    /// <summary>The first instant after <paramref name="after"/> at which the clock shows that time or, where it skips it, moves past it; null where that has been.</summary>
    private static DateTimeOffset? Shown(DateTime time, DateTimeOffset after, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(time))
        {
            var skipped = time;
            while (zone.IsInvalidTime(skipped))
                skipped = skipped.AddMinutes(-1);
            time = skipped.AddMinutes(1);
            var moved = new DateTimeOffset(time, zone.GetUtcOffset(skipped));
            return moved > after ? moved : null;
        }
        TimeSpan[] offsets = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time) : [zone.GetUtcOffset(time)];
        var instants = offsets.Select(offset => new DateTimeOffset(time, offset)).Where(instant => instant > after).Order().ToList();
        return instants.Count > 0 ? instants[0] : null;
    }
}

namespace IncidentBot.Domain.Reminders;

/// <summary>Which days people work on, by the dates of one zone.</summary>
/// <param name="Zone">The zone whose dates count.</param>
/// <param name="Days">The days of the week that are worked on; at least one.</param>
public sealed record BusinessDays(TimeZoneInfo Zone, IReadOnlyList<DayOfWeek> Days)
{
    /// <summary>More holidays in a row than these are taken for a mistake, and the day after them for a business day.</summary>
    private const int LongestBreak = 400;

    /// <summary>Monday to Friday, UTC, without holidays.</summary>
    public static BusinessDays Default { get; } =
        new(TimeZoneInfo.Utc, [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);

    /// <summary>Days that are not worked on, with their names.</summary>
    public IReadOnlyDictionary<DateOnly, string> Holidays { get; init; } = new Dictionary<DateOnly, string>();

    /// <summary>Whether people work on that date.</summary>
    /// <param name="date">The date, in <see cref="Zone"/>.</param>
    public bool Include(DateOnly date) => Days.Contains(date.DayOfWeek) && !Holidays.ContainsKey(date);

    /// <summary>That many business days later, at the time of day the clock of <see cref="Zone"/> shows now; from a day off, counted from its end. Where the clock skips that time, the moment after; of a repeated one, the first.</summary>
    /// <param name="from">The instant.</param>
    /// <param name="count">How many; 0 is the next business day itself, or <paramref name="from"/> on one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public DateTimeOffset After(DateTimeOffset from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var shown = TimeZoneInfo.ConvertTime(from, Zone).DateTime;
        var start = DateOnly.FromDateTime(shown);
        var date = count == 0 ? OnOrAfter(start) : start;
        for (var passed = 0; passed < count; passed++)
            date = OnOrAfter(date.AddDays(1));
        return date == start ? from : Instant(date.ToDateTime(TimeOnly.FromDateTime(shown))).ToOffset(from.Offset);
    }

    /// <summary>The first moment from then on at which people are at work: within those hours, on a business day.</summary>
    /// <param name="from">The instant.</param>
    /// <param name="hours">The hours, by the clock of <see cref="Zone"/>; their own days are not asked.</param>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset from, DailyHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var (shown, whenever) = (TimeZoneInfo.ConvertTime(from, Zone).DateTime, new DailyHours(hours.From, hours.Until));
        var today = DateOnly.FromDateTime(shown);
        var begunOn = hours.From < hours.Until || TimeOnly.FromDateTime(shown) >= hours.From ? today : today.AddDays(-1);
        if (whenever.Include(from, Zone) && Include(begunOn))
            return from;
        var date = OnOrAfter(today);
        var begins = Instant(date.ToDateTime(hours.From));
        return (begins > from ? begins : Instant(OnOrAfter(date.AddDays(1)).ToDateTime(hours.From))).ToOffset(from.Offset);
    }

    private DateOnly OnOrAfter(DateOnly date)
    {
        for (var off = 0; off < LongestBreak && !Include(date); off++)
            date = date.AddDays(1);
        return date;
    }

    private DateTimeOffset Instant(DateTime time)
    {
        while (Zone.IsInvalidTime(time))
            time = time.AddMinutes(1);
        return new DateTimeOffset(time, Zone.IsAmbiguousTime(time) ? Zone.GetAmbiguousTimeOffsets(time).Max() : Zone.GetUtcOffset(time));
    }
}

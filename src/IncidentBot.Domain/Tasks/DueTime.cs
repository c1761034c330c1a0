using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Reminders;

namespace IncidentBot.Domain.Tasks;

/// <summary>What words about a time to come say.</summary>
public abstract record DueReading
{
    private DueReading()
    {
    }

    /// <summary>A moment to come.</summary>
    /// <param name="Instant">The moment.</param>
    public sealed record At(DateTimeOffset Instant) : DueReading;

    /// <summary>A moment that has passed.</summary>
    public sealed record Passed : DueReading;

    /// <summary>No time that is read.</summary>
    public sealed record Unreadable : DueReading;
}

/// <summary>Reads by when something is to be done, in the writer's own zone unless an offset from UTC is written.</summary>
public static partial class DueTime
{
    private const string Tonight = "tonight";

    /// <summary>A day without a time means its end, as people at work understand it.</summary>
    private static readonly TimeOnly EndOfDay = new(17, 0);

    /// <summary>An evening that is not over yet ends then, or with the day.</summary>
    private static readonly TimeOnly Evening = new(20, 0);

    private static readonly TimeOnly EndOfEvening = new(23, 59);

    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    private static readonly DateOnly AnyDay = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>Whether the writer's zone is needed to read it.</summary>
    /// <param name="words">The words as written.</param>
    public static bool NeedsZone(string words) => Clock().Match(words.Trim()) is { Success: true } clock && !clock.Groups["utc"].Success;

    /// <summary>
    /// Reads <c>30m</c>, <c>in 2 hours</c>, <c>1d 4h</c>, <c>17:00</c>, <c>5pm</c>, <c>tomorrow</c>, <c>friday 9:00</c> (in German too: <c>morgen um 14 Uhr</c>),
    /// <c>2025-07-25</c>, <c>25.7.</c>, <c>25.07.2025 14:00</c>, <c>2025-07-25 10:15 UTC+2</c>. A time without a day is the next such time; a day without a time
    /// means 17:00, <c>tonight</c> 20:00 and after that the end of the day. <c>2bd</c> and <c>2 business days</c> are that many business
    /// days later, at the same time of day. At most a year ahead.
    /// </summary>
    /// <param name="words">The words as written.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The writer's time zone.</param>
    /// <param name="calendar">Which days are business days; null for Monday to Friday.</param>
    public static DueReading Read(string words, DateTimeOffset now, TimeZoneInfo zone, BusinessDays? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(zone);
        var text = words.Trim();
        if (Wait().Match(text) is { Success: true } wait)
            return After(Length(wait), now);
        if (WorkDays().Match(text) is { Success: true } days)
            return Number(days, "count") is > 0 and var count ? Bounded((calendar ?? BusinessDays.Default).After(now, count), now) : new DueReading.Unreadable();
        if (Clock().Match(text) is not { Success: true } clock || Time(clock) is not { } time || !TryZone(clock, zone, out var clocks))
            return new DueReading.Unreadable();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, clocks).DateTime);
        var said = clock.Groups["day"].Value.ToLowerInvariant();
        if (said.Length == 0)
        {
            return clock.Groups["hour"].Success
                ? new DueReading.At(Next(today, time, clocks, now))
                : new DueReading.Unreadable();
        }
        if (IsTonight(said) && !clock.Groups["hour"].Success)
            return Bounded(On(today, On(today, Evening, clocks, now) > now ? Evening : EndOfEvening, clocks, now), now);
        return Day(said, today) is { } day ? Bounded(On(day, time, clocks, now), now) : new DueReading.Unreadable();
    }

    /// <summary>Whether the words say when, by a day, a clock or business days (<c>2bd</c>), and not only how long: <i>raise it by 5m</i> sets nobody a time.</summary>
    /// <param name="words">The words as written.</param>
    public static bool SaysWhen(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var text = words.Trim();
        if (WorkDays().IsMatch(text))
            return text.EndsWith("bd", StringComparison.OrdinalIgnoreCase);
        return !Wait().IsMatch(text) && Clock().Match(text) is { Success: true } clock && Time(clock) is not null && TryZone(clock, TimeZoneInfo.Utc, out _)
            && (clock.Groups["day"].Success ? Day(clock.Groups["day"].Value.ToLowerInvariant(), AnyDay) is not null : clock.Groups["hour"].Success);
    }

    /// <summary>The next instant at which clocks there show that time.</summary>
    /// <param name="time">The time of day.</param>
    /// <param name="now">The present; the answer is after it.</param>
    /// <param name="zone">Whose clocks.</param>
    public static DateTimeOffset NextAt(TimeOnly time, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Next(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), time, zone, now);
    }

    private static DueReading After(TimeSpan length, DateTimeOffset now) =>
        length <= TimeSpan.Zero || length > Furthest ? new DueReading.Unreadable() : new DueReading.At(now + length);

    private static DueReading Bounded(DateTimeOffset instant, DateTimeOffset now) =>
        instant <= now ? new DueReading.Passed() : instant - now > Furthest ? new DueReading.Unreadable() : new DueReading.At(instant);

    /// <summary>The next time clocks there show it.</summary>
    private static DateTimeOffset Next(DateOnly today, TimeOnly time, TimeZoneInfo zone, DateTimeOffset now)
    {
        var day = today;
        DateTimeOffset instant;
        while ((instant = On(day, time, zone, now)) <= now)
            day = day.AddDays(1);
        return instant;
    }

    /// <summary>The instant the zone's clocks show that; of two the first that is still to come, and a time they skip moves on with them.</summary>
    private static DateTimeOffset On(DateOnly day, TimeOnly time, TimeZoneInfo zone, DateTimeOffset now)
    {
        var shown = day.ToDateTime(time);
        if (zone.IsAmbiguousTime(shown))
        {
            var instants = zone.GetAmbiguousTimeOffsets(shown).Select(offset => new DateTimeOffset(shown, offset)).Order().ToList();
            return instants.Find(instant => instant > now) is { Ticks: > 0 } first ? first.ToUniversalTime() : instants[^1].ToUniversalTime();
        }
        var before = zone.IsInvalidTime(shown) ? zone.GetUtcOffset(shown.AddDays(-1)) : zone.GetUtcOffset(shown);
        return new DateTimeOffset(shown, before).ToUniversalTime();
    }

    private static DateOnly? Day(string said, DateOnly today)
    {
        if (said is "today" or "heute" || IsTonight(said))
            return today;
        if (said is "tomorrow" or "morgen")
            return today.AddDays(1);
        if (said is "übermorgen")
            return today.AddDays(2);
        if (said[^1] == '.')
            return Date(string.Create(CultureInfo.InvariantCulture, $"{said}{today.Year}")) is { } thisYear && thisYear >= today ? thisYear : Date(string.Create(CultureInfo.InvariantCulture, $"{said}{today.Year + 1}"));
        if (char.IsAsciiDigit(said[0]))
            return Date(said);
        var wanted = Weekday(said);
        var ahead = ((int)wanted - (int)today.DayOfWeek + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }

    private static DateOnly? Date(string said) =>
        DateOnly.TryParseExact(said, ["yyyy-M-d", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static bool IsTonight(string said) => said == Tonight || said.EndsWith("abend", StringComparison.Ordinal) && said.StartsWith("heute", StringComparison.Ordinal);

    private static DayOfWeek Weekday(string said) => said switch
    {
        ['d', 'i', ..] => DayOfWeek.Tuesday,
        ['m', 'i', ..] => DayOfWeek.Wednesday,
        ['d', 'o', ..] => DayOfWeek.Thursday,
        ['f', ..] => DayOfWeek.Friday,
        "sonnabend" or "samstag" => DayOfWeek.Saturday,
        ['s', 'o', ..] => DayOfWeek.Sunday,
        _ => Enum.GetValues<DayOfWeek>().First(day => day.ToString().StartsWith(said[..3], StringComparison.OrdinalIgnoreCase)),
    };

    private static TimeOnly? Time(Match clock)
    {
        if (!clock.Groups["hour"].Success)
            return EndOfDay;
        var hour = Number(clock, "hour");
        var minute = clock.Groups["minute"].Success ? Number(clock, "minute") : 0;
        if (clock.Groups["half"] is { Success: true, ValueSpan: var half })
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static bool TryZone(Match clock, TimeZoneInfo zone, out TimeZoneInfo clocks)
    {
        clocks = zone;
        if (!clock.Groups["utc"].Success)
            return true;
        clocks = TimeZoneInfo.Utc;
        if (clock.Groups["offset"] is not { Success: true, Value: var text })
            return true;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length > 2 ? (digits[..^2], digits[^2..]) : (digits, "0");
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        if (offset > TimeSpan.FromHours(14))
            return false;
        clocks = TimeZoneInfo.CreateCustomTimeZone("offset", text[0] == '+' ? offset : -offset, null, null);
        return true;
    }

    private static TimeSpan Length(Match wait)
    {
        var minutes = 0L;
        for (var i = 0; i < wait.Groups["count"].Captures.Count; i++)
        {
            var count = wait.Groups["count"].Captures[i].Value is var word && char.IsAsciiDigit(word[0]) ? int.Parse(word, CultureInfo.InvariantCulture) : 1;
            minutes += count * char.ToLowerInvariant(wait.Groups["unit"].Captures[i].Value[0]) switch
            {
                'w' => 7L * 24 * 60,
                'd' or 't' => 24L * 60,
                'h' or 's' => 60L,
                _ => 1L,
            };
        }
        return TimeSpan.FromMinutes(minutes);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:in\s+)?(?:(?<count>[0-9]{1,4}|an?|eine[rm]?)\s*(?<unit>weeks?|wochen?|w|days?|d|tag(?:en?)?|hours?|hrs?|h|stunden?|std\.?|minutes?|minuten?|mins?|m)(?:\s+(?:and|und)\s+|\s*,?\s*))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wait();

    [GeneratedRegex(@"^(?:in\s+)?(?<count>[0-9]{1,3})\s*(?:bd|(?:business|working)\s+days?|arbeitstag(?:en?)?|werktag(?:en?)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WorkDays();

    [GeneratedRegex(
        """
        ^(?:(?:by|on|at|next|bis|am|um|nächste[nr]?)\s+)*
        (?<day>today|tonight|tomorrow|heute\s+abend|heute|(?:über)?morgen|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4})?)?
        (?:,?\s*(?:(?:by|at|bis|um)\s+)?(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?:\s*(?<half>[ap]m)|\s?Uhr)?|\s?(?<half>[ap]m)|\.(?<minute>[0-9]{2})\s?Uhr|\s?Uhr))?
        (?:\s*(?<utc>UTC|GMT|Z)(?<offset>[+\-][0-9]{1,2}(?::?[0-9]{2})?)?)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clock();
}

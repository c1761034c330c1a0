using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Timeline;

/// <summary>How people write times, before any clock is asked.</summary>
internal static partial class TimeWords
{
    /// <summary>Reads the time of day, with the day and the offset where they are said; null when the front of the note has no such form.</summary>
    public static Written? Clock(string note)
    {
        if (ClockForm().Match(note) is not { Success: true } match)
            return null;
        // A dash that touches the minutes may also mean "until"; behind seconds or a T it is an offset, as machines write it.
        var isMachines = match.Groups["second"].Success || match.Groups["tee"].Success;
        if (match.Groups["offset"] is { Success: true, Value: ['-' or '−', ..] } && !isMachines && !match.Groups["apart"].Success && !match.Groups["utc"].Success)
            return new Written(match.Value, null) { Doubt = TimeDoubt.TwoTimes };
        var after = AfterAClock().Match(note[match.Length..]);
        var hasOffset = match.Groups["utc"].Success || match.Groups["offset"].Success;
        var zone = hasOffset ? "" : after.Groups["zone"].Value;
        return new Written(match.Value + after.Value, Time(match))
        {
            Day = match.Groups["day"].Value,
            HasSeconds = match.Groups["second"].Success,
            HasOffset = hasOffset,
            Offset = Offset(match),
            Zone = zone,
            Doubt = !after.Success || zone.Length > 0 ? null
                : after.Groups["letters"].Success ? TimeDoubt.ZoneByLetters
                : after.Groups["until"].Success ? TimeDoubt.TwoTimes
                : TimeDoubt.Unreadable,
        };
    }

    /// <summary>Reads <c>1h 30m ago</c>, in seconds however much is said; null when the front of the note has no such form.</summary>
    public static (string Words, long Seconds)? Ago(string note)
    {
        if (AgoForm().Match(note) is not { Success: true } match)
            return null;
        if (match.Groups["half"].Success)
            return (match.Value, 1_800L);
        var seconds = 0L;
        for (var i = 0; i < match.Groups["count"].Captures.Count; i++)
        {
            seconds += Count(match.Groups["count"].Captures[i].Value) * SecondsIn(match.Groups["unit"].Captures[i].Value);
        }
        return (match.Value, seconds);
    }

    /// <summary>The words <c>sometime</c> at the front.</summary>
    public static string? Sometime(string note) => SometimeForm().Match(note) is { Success: true } match ? match.Value : null;

    /// <summary>What was probably meant as a time, and must not be taken for text silently.</summary>
    public static (string Words, TimeDoubt Doubt)? NearlyATime(string note) =>
        TimeLike().Match(note) is { Success: true, Value: var said } && DayForm().Match(note) is { Success: true } vague && said.Length > vague.Length ? (said, TimeDoubt.Unreadable)
        : DayForm().Match(note) is { Success: true } day ? (day.Value, TimeDoubt.DayOnly)
        : RangeForm().Match(note) is { Success: true } range ? (range.Value, TimeDoubt.TwoTimes)
        : TimeLike().Match(note) is { Success: true } like ? (like.Value, TimeDoubt.Unreadable)
        : null;

    /// <summary>English and German units by how they begin; <c>st</c> is an hour, any other <c>s</c> a second.</summary>
    private static long SecondsIn(string unit) => unit.ToLowerInvariant() switch
    {
        ['w', ..] => 604_800L,
        ['d' or 't', ..] => 86_400L,
        ['h', ..] or ['s', 't', ..] => 3_600L,
        ['m', ..] => 60L,
        _ => 1L,
    };

    private static int Count(string word) => word.ToLowerInvariant() switch
    {
        "a" or "an" or "one" or "einer" or "einem" => 1,
        "two" or "zwei" => 2,
        "three" or "drei" => 3,
        _ => int.Parse(word, CultureInfo.InvariantCulture),
    };

    private static TimeOnly? Time(Match match)
    {
        if (match.Groups["named"] is { Success: true, ValueSpan: var named })
            return named is ['m' or 'M', 'i' or 'I', 'd' or 'D', 'n' or 'N', ..] || named.StartsWith("mitter", StringComparison.OrdinalIgnoreCase) ? TimeOnly.MinValue : new TimeOnly(12, 0);
        var hour = Number(match, "hour");
        var minute = match.Groups["minute"].Success ? Number(match, "minute") : 0;
        var second = match.Groups["second"].Success ? Number(match, "second") : 0;
        if (match.Groups["half"] is { Success: true, ValueSpan: var half })
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    /// <summary>The offset said, zero for a bare <c>UTC</c>; null where none is said, or none such exists.</summary>
    private static TimeSpan? Offset(Match match)
    {
        if (match.Groups["offset"] is not { Success: true, Value: var text })
            return match.Groups["utc"].Success ? TimeSpan.Zero : null;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length > 2 ? (digits[..^2], digits[^2..]) : (digits, "0");
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return offset > TimeSpan.FromHours(14) ? null : text[0] == '+' ? offset : -offset;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>What was written: the words, and the time of day where a clock can show it.</summary>
    internal sealed record Written(string Words, TimeOnly? Time)
    {
        /// <summary>A date, <c>today</c>, <c>yesterday</c>, or empty.</summary>
        public string Day { get; init; } = "";

        public bool HasSeconds { get; init; }

        public bool HasOffset { get; init; }

        public TimeSpan? Offset { get; init; }

        /// <summary>A zone by the name of its area and city (IANA time zone database), or empty; whether there is one of that name is not said.</summary>
        public string Zone { get; init; } = "";

        public TimeDoubt? Doubt { get; init; }
    }

    [GeneratedRegex(
        """
        ^(?:(?:at|um)\s+)?
        (?:(?<day>today|yesterday|heute|gestern|vorgestern|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:(?<tee>T)|,?\s+(?:(?:at|um)\s+)?))?
        (?:(?<named>noon|midday|midnight|mitternacht)|(?<hour>[0-9]{1,2})(?:
          :(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?(?:\s*(?<half>[ap]m)|\s?Uhr)?
          | \s?(?<half>[ap]m)
          | \.(?<minute>[0-9]{2})\s?Uhr
          | \s?Uhr(?!\s+[0-9]{1,2}(?:[:,;]?(?:\s|$)))
        ))
        (?:(?<apart>\s+)?(?:(?<utc>UTC|GMT|Z)(?<offset>[+\-−][0-9]{1,2}(?::?[0-9]{2})?)?|(?<offset>[+\-−][0-9]{2}:?[0-9]{2})))?
        (?=[:,;]?(?:\s|$))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ClockForm();

    /// <summary>Letters are looked for in capitals only: in small ones they are words.</summary>
    [GeneratedRegex(@"^\s*(?:(?<zone>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)/[A-Za-z0-9_+\-/]+)(?=[:,;.]?(?:\s|$))|(?<letters>(?:[ACEMP][SD]?T|AK[SD]T|HST|[BIJK]ST|[CEW]ES?T|MSK|SAST|A[CEW][SD]T|NZ[SD]T|SGT|HKT|[CEW]AT|BRT)(?:[+\-−]?[0-9]{1,2}(?:[A-Z]{3})?)?)\b|(?<until>(?:[-–—−]|to|until|till|bis)\s*[0-9]{1,2}[:.][0-9]{2})\b|(?i:yesterday|today|tomorrow|gestern|heute|morgen)\b|[+\-−][0-9]{1,2}(?=\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex AfterAClock();

    [GeneratedRegex(
        """
        ^(?:(?:
          (?<half>half\s+an\s+hour)
        | (?:(?<count>[0-9]{1,4})\s*(?<unit>weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\s*(?:and\s+)?)+
        | (?<count>an?|one|two|three)\s+(?<unit>weeks?|days?|hours?|minutes?)
        )\s*\bago
        | vor\s+(?:
          (?<half>einer\s+halben\s+Stunde)
        | (?:(?<count>[0-9]{1,4})\s*(?<unit>Wochen?|W|Tag(?:en)?|T|Stunden?|Std\.?|h|Minuten?|Min\.?|m|Sekunden?|Sek\.?|s)\s*(?:und\s+)?)+
        | (?<count>eine[rm]|zwei|drei)\s+(?<unit>Wochen?|Tag(?:en)?|Stunden?|Minuten?)
        ))(?=[:,;]?(?:\s|$))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AgoForm();

    [GeneratedRegex(@"^(?:sometime|irgendwann)(?=[:,;]?(?:\s|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SometimeForm();

    [GeneratedRegex(@"^(?:yesterday|(?:vor)?gestern|heute\s+(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht)|(?:(?:late|early)\s+)?(?:last\s+(?:night|evening)|this\s+(?:morning|afternoon|evening))|earlier\s+today|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?=[:,;]?(?:\s|$))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"^[0-9]{1,2}:[0-9]{2}[-–—−][0-9]{1,2}:[0-9]{2}(?=[:,;]?(?:\s|$))", RegexOptions.CultureInvariant)]
    private static partial Regex RangeForm();

    [GeneratedRegex(
        """
        ^(?:
          (?:at\s+|um\s+|today\s+|yesterday\s+|heute\s+|gestern\s+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[T\s]\s*)?[0-9]{1,2}:[0-9]{2}(?![0-9])\S*
        | (?:um\s+|heute\s+|gestern\s+)*[0-9]{1,2}\s?Uhr\s+[0-9]{1,2}(?=[:,;]?(?:\s|$))
        | (?:gegen|etwa|ungefähr|circa|ca\.?|kurz\s+(?:vor|nach))\s+[0-9]{1,2}\s?Uhr\b
        | vor\s+(?:(?:etwa|ungefähr|circa|ca\.?|rund)\s+)?(?:[0-9]+(?:[.,][0-9]+)?|eine[rm](?:\s+(?:halben|viertel))?|einigen|wenigen|ein\s+paar|zwei|drei|vier|fünf|zehn|anderthalb)\s*(?:Monat(?:en)?|Jahr(?:en)?|Wochen?|Tag(?:en)?|(?:viertel)?Stunden?|Std\.?|Minuten?|Min\.?|Sekunden?|Sek\.?|h|m|s)(?=[:,;]?(?:\s|$))
        | (?:[\[(~≈*_`"'@]{1,3}|(?:around|about|approx\.?|circa|ca\.?|gegen|etwa|ungefähr|kurz\s+(?:vor|nach))\s+)(?:today\s+|yesterday\s+|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[T\s]\s*)?[0-9]{1,2}:[0-9]{2}(?![0-9])\S*
        | [0-9]{1,2}[.h][0-9]{2}(?:[ap]m)?(?=[:,;]?(?:\s|$))
        | (?:0[0-9]|(?:at\s+)[012][0-9]|[012][0-9](?=[0-9]{2}\s?(?:h|hrs?|Z|UTC|GMT)\b))[0-5][0-9](?:\s?(?:h|hrs?|Z|UTC|GMT))?(?=[:,;]?(?:\s|$))
        | [0-9]{1,2}[./\-][0-9]{1,2}[./\-](?:[0-9]{4}|[0-9]{2})(?=[:,;]?(?:\s|$))
        | [0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}(?=[T:,;]?(?:[\s0-9]|$))
        | [0-9]{1,2}[./][0-9]{1,2}\.?,?\s+(?:at\s+)?[0-9]{1,2}:[0-9]{2}
        | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+(?:[0-9]{4}\b|(?:at\s+)?[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[ap]m\b))
        | [0-9]{1,2}(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s\-]+(?:[0-9]{4}\b|(?:at\s+)?[0-9]{1,2}(?:[:.h][0-9]{2}|\s?[ap]m\b))
        | (?:[0-9]+\s*(?:months?|years?)|(?:an?|half\s+an?|one|two|three|a\s+few|some|a\s+couple\s+of)\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?)(?:\s+and\s+an?\s+(?:half|quarter))?)\s+ago(?=[:,;]?(?:\s|$))
        | \p{Nd}{1,2}\s*[:：]\s*\p{Nd}{2}(?<=[^\x00-\x7F]\S*)\S*
        | [0-9]{1,2}:[0-9]\s?[ap]m(?=[:,;]?(?:\s|$))
        | [0-9]{1,2}(?::[0-9]{2})?\s?(?:[ap]m)?-?ish(?=[:,;]?(?:\s|$))
        | [+\-−]?\s?[0-9]+(?:[.,][0-9]+)?\s*(?:weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)?\s*ago(?=[:,;]?(?:\s|$))
        | in\s+(?:an?|[0-9]+)\s*(?:days?|d|hours?|hrs?|h|minutes?|mins?|m)(?=[:,;]?(?:\s|$))
        | [0-9]{5,}\s*(?:weeks?|w|days?|d|hours?|h|minutes?|mins?|m|seconds?|s)\s*ago(?=\s|$)
        | (?:last\s+night|tonight|tomorrow|(?:über)?morgen|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|this\s+(?:morning|afternoon|evening)|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\.?),?\s+(?:(?:at|um)\s+)?[0-9]{1,2}(?:[:.][0-9]{2}|\s?[ap]m|\s?Uhr)
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TimeLike();
}

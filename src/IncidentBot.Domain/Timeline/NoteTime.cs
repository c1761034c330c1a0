using System.Globalization;

namespace IncidentBot.Domain.Timeline;

/// <summary>Reads the time at the front of a note in the writer's own zone.</summary>
public static class NoteTime
{
    /// <summary>A clock shown a little ahead of ours is still today, not yesterday.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private static readonly string[] Forms = ["H:mm", "HH:mm", "h:mmtt", "hh:mmtt"];

    /// <summary>
    /// Reads <c>14:05</c> or <c>2:05pm</c> as the latest such time not after <paramref name="now"/> in <paramref name="zone"/>,
    /// and <c>sometime</c> as a time nobody knows. Null when the word is no time.
    /// </summary>
    /// <param name="word">The first word of the note.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The writer's time zone.</param>
    public static HappenedAt? Read(string word, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (word.Equals("sometime", StringComparison.OrdinalIgnoreCase))
            return HappenedAt.Untimed with { AsGiven = "sometime" };
        if (!TimeOnly.TryParseExact(word, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var instant = InZone(today, time, zone);
        if (instant > now + Ahead)
            instant = InZone(today.AddDays(-1), time, zone);
        return new HappenedAt(instant, $"{word} {zone.Id}", TimePrecision.Minute);
    }

    /// <summary>Whether the word looks like a time, so that the writer's zone is needed before it can be read.</summary>
    /// <param name="word">The first word of the note.</param>
    public static bool NeedsZone(string word) =>
        TimeOnly.TryParseExact(word, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>In the hour a clock skips, the time moves on with the clock; in the hour it repeats, the first one is meant.</summary>
    private static DateTimeOffset InZone(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            local += zone.GetUtcOffset(local.AddHours(3)) - zone.GetUtcOffset(local.AddHours(-3));
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

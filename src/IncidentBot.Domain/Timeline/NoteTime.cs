using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Timeline;

/// <summary>Reads the time at the front of a note in the writer's own zone.</summary>
public static partial class NoteTime
{
    /// <summary>A clock shown a little ahead of ours is still today, not yesterday.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private static readonly string[] Forms = ["H:mm", "h:mmtt"];

    /// <summary>
    /// Reads <c>14:05</c> or <c>2:05pm</c> as the latest such time in <paramref name="zone"/> not after <paramref name="now"/>, or at
    /// most ten minutes ahead on the same day, and <c>sometime</c> as a time nobody knows. Null when the word is no time.
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
        var latest = now + Ahead;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        DateTimeOffset? instant;
        while ((instant = LatestOn(day, time, zone, latest)) is null)
            day = day.AddDays(-1);
        return new HappenedAt(instant, $"{word} {zone.Id}", TimePrecision.Minute);
    }

    /// <summary>Splits a note into its first word and the rest; an <c>am</c> or <c>pm</c> that stands alone belongs to the time before it.</summary>
    /// <param name="note">The note as written.</param>
    public static (string First, string After) SplitTime(string note)
    {
        if (ApartFromTime().Match(note) is { Success: true } apart)
            return (apart.Groups[1].Value + apart.Groups[2].Value, note[apart.Length..].Trim());
        var end = note.AsSpan().IndexOfAny(' ', '\n');
        return end < 0 ? (note, "") : (note[..end], note[(end + 1)..].Trim());
    }

    /// <summary>Whether a word that could not be read was probably meant as a time, and must not be taken for text silently.</summary>
    /// <param name="word">The first word of the note.</param>
    public static bool LooksLikeTime(string word) => TimeLike().IsMatch(word);

    /// <summary>Whether the word looks like a time, so that the writer's zone is needed before it can be read.</summary>
    /// <param name="word">The first word of the note.</param>
    public static bool NeedsZone(string word) =>
        TimeOnly.TryParseExact(word, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>
    /// The latest instant of that day, not after <paramref name="latest"/>, at which the zone's clock showed the time: in the
    /// hour a clock repeats there are two. In the hour it skips there is none, and the time moves on with the clock.
    /// </summary>
    private static DateTimeOffset? LatestOn(DateOnly day, TimeOnly time, TimeZoneInfo zone, DateTimeOffset latest)
    {
        var shown = new DateTimeOffset(day, time, TimeSpan.Zero);
        var (before, after) = (zone.GetUtcOffset(shown.AddDays(-1)), zone.GetUtcOffset(shown.AddDays(1)));
        var (first, second) = (shown - before, shown - after);
        if (IsShown(second, after) && second <= latest)
            return second;
        var isSkipped = !IsShown(first, before) && !IsShown(second, after);
        return (IsShown(first, before) || isSkipped) && first <= latest ? first : null;

        bool IsShown(DateTimeOffset instant, TimeSpan offset) => zone.GetUtcOffset(instant) == offset;
    }

    [GeneratedRegex(@"^(\d{1,2}:\d{2})\s+([ap]m)(?=\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex ApartFromTime();

    [GeneratedRegex(@"^(\d{1,2}:\d{2}(?!\d).*|\d{1,2}[.h]\d{2}([ap]m)?|\d{1,2}[ap]m|\d+(m|min|h)|yesterday)$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeLike();
}

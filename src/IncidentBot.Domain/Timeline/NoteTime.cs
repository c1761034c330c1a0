using System.Buffers;
using System.Globalization;

namespace IncidentBot.Domain.Timeline;

/// <summary>Reads the time at the front of a note, in the writer's own zone unless an offset is written beside it.</summary>
public static class NoteTime
{
    /// <summary>A clock shown a little ahead of ours is still today, not yesterday.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Earlier years are slips of the hand.</summary>
    private const int EarliestYear = 1970;

    /// <summary>No time with its day, its zone and its marks is longer.</summary>
    private const int LongestTime = 64;

    /// <summary>Characters of Unicode's category Cf that carry nothing: soft hyphen, widths of nothing, directions, invisible signs.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(
        "\u00AD\u061C\u180E\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF");

    private static readonly DateTimeOffset Earliest = new(EarliestYear, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether it has been, as far as clocks agree.</summary>
    /// <param name="instant">The instant in question.</param>
    /// <param name="now">The present instant.</param>
    public static bool HasBeen(DateTimeOffset instant, DateTimeOffset now) => instant <= now + Ahead;

    /// <summary>
    /// The note without the invisible marks (of direction, of width nothing) that come along when a time is pasted: nobody sees them, and they
    /// would hide it. Only at the front; joiners stay, for they make letters and emoji what they are.
    /// </summary>
    /// <param name="note">The note as written.</param>
    public static string Visible(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var front = Math.Min(note.Length, LongestTime);
        return note.AsSpan(0, front).IndexOfAny(Marks) < 0
            ? note
            : string.Concat(string.Concat(note[..front].Where(letter => !Marks.Contains(letter))).TrimStart(), note.AsSpan(front));
    }

    /// <summary>Whether the note begins with a time of a clock without an offset or a zone, so that the writer's zone is needed to read it.</summary>
    /// <param name="note">The note as written.</param>
    public static bool NeedsZone(string note) =>
        TimeWords.Clock(Visible(note)) is { HasOffset: false, Zone: "", Doubt: null, Time: not null };

    /// <summary>
    /// Reads the front of a note: <c>14:05</c>, <c>2:05pm</c>, <c>2pm</c>, <c>14:05:30</c>, <c>yesterday 21:30</c>, <c>2025-07-21 10:15</c>, each also with
    /// (the same in German: <c>gestern 21:30</c>, <c>um 14 Uhr</c>, <c>vor 5 Minuten</c>, <c>irgendwann</c>;
    /// or <c>noon</c> and <c>midnight</c>, with which a day begins)
    /// <c>Z</c>, <c>UTC-5</c>, <c>+02:00</c> or <c>Europe/London</c> behind it; <c>1h30m ago</c>; <c>an hour ago</c>; <c>sometime</c>. A time
    /// without a day is the latest such time not after <paramref name="now"/>, or at most ten minutes ahead on the same day.
    /// </summary>
    /// <param name="note">The note as written.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The writer's time zone. An offset or a zone that is written goes before it; an offset is never made a zone.</param>
    public static TimeReading Read(string note, DateTimeOffset now, TimeZoneInfo zone)
    {
        note = Visible(note);
        if (TimeWords.Sometime(note) is { } sometime)
            return new TimeReading.Timed(HappenedAt.Untimed with { AsGiven = "sometime" }, Rest(note, sometime), null);
        if (TimeWords.Ago(note) is var (words, seconds))
        {
            return seconds <= (now - Earliest).TotalSeconds
                ? new TimeReading.Timed(new HappenedAt(now.AddSeconds(-seconds).ToUniversalTime(), words, TimePrecision.Minute), Rest(note, words), null)
                : new TimeReading.Doubtful(words, TimeDoubt.Unreadable);
        }
        if (TimeWords.Clock(note) is { } written)
            return Read(written, note, now, zone);
        return TimeWords.NearlyATime(note) is var (nearly, doubt) ? new TimeReading.Doubtful(nearly, doubt) : new TimeReading.NoTime();
    }

    private static TimeReading Read(TimeWords.Written written, string note, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (written.Doubt is { } doubt)
            return new TimeReading.Doubtful(written.Words, doubt);
        if (written.Time is not { } time || written.HasOffset != written.Offset is not null)
            return new TimeReading.Doubtful(written.Words, TimeDoubt.Unreadable);
        var named = zone;
        if (written.Zone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(written.Zone, out named))
            return new TimeReading.Doubtful(written.Words, TimeDoubt.Unreadable);
        var clocks = written.Offset is { } offset ? ZoneClock.Fixed(offset) : named;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, clocks).DateTime);
        if (!TryDay(written.Day, today, out var day))
            return new TimeReading.Doubtful(written.Words, TimeDoubt.Unreadable);
        if (day > today)
            return new TimeReading.Doubtful(written.Words, TimeDoubt.NotYet);
        var latest = now + Ahead;
        var shown = ZoneClock.LatestOn(day ?? today, time, clocks, latest);
        var isToday = shown is not null;
        for (var before = today.AddDays(-1); shown is null && day is null; before = before.AddDays(-1))
            shown = ZoneClock.LatestOn(before, time, clocks, latest);
        if (shown is not var (instant, change))
            return new TimeReading.Doubtful(written.Words, TimeDoubt.NotYet);
        var given = written.HasOffset || written.Zone.Length > 0 ? written.Words : $"{written.Words} {zone.Id}";
        var precision = written.HasSeconds ? TimePrecision.Second : TimePrecision.Minute;
        return new TimeReading.Timed(new HappenedAt(instant, given, precision), Rest(note, written.Words), change) { IsYesterdays = day is null && !isToday };
    }

    /// <summary>The day that was said; null where none was.</summary>
    private static bool TryDay(string said, DateOnly today, out DateOnly? day)
    {
        (day, var isReadable) = said.ToLowerInvariant() switch
        {
            "" => (default(DateOnly?), true),
            "today" or "heute" => (today, true),
            "yesterday" or "gestern" => (today.AddDays(-1), true),
            "vorgestern" => (today.AddDays(-2), true),
            _ when DateOnly.TryParseExact(said, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= EarliestYear => (date, true),
            _ => (null, false),
        };
        return isReadable;
    }

    /// <summary>The note without its time; a colon, comma or dash between the two belongs to neither.</summary>
    private static string Rest(string note, string words)
    {
        var rest = note[words.Length..].TrimStart(':', ',', ';').Trim();
        return rest is ['-' or '–' or '—', ' ' or '\n', ..] ? rest[1..].TrimStart() : rest;
    }
}

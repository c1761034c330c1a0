using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What a note is answered with: what was understood, in which zone; or a question that loses nothing.</summary>
internal static class NoteReplies
{
    /// <summary>What was noted; elsewhere than in its channel the incident is named, and where it was merged, the one it goes on as.</summary>
    public static MessageContent Noted(Incident incident, TimelineEntry entry, TimeReading.Timed? timed = null, bool isElsewhere = false, GoesOn? goesOn = null, string typed = "")
    {
        var where = isElsewhere ? $"{IncidentWords.Place(incident)}: " : "";
        var number = entry.Number.ToString(CultureInfo.InvariantCulture);
        var text = where + Speak($"On the timeline as entry {number}: {TimelineWords.When(entry)} {KindWords.Name(entry.Kind)}: {Mrkdwn.Truncate(entry.Text, IncidentWords.LongestQuote)}{Taken(timed)}{AsGiven(entry)}");
        if (goesOn is { Line: { Length: > 0 } line })
            text = $"{text}\n{line}";
        return MessageContent.With(
            text,
            [
                Buttons.Run(incident, Speak("Correct it"), $"edit {number}"),
                .. goesOn?.There is { } there && typed.Length is > 0 and <= Buttons.Room ? [Buttons.Run(there, Speak($"Note it in {IncidentWords.Number(there)} too"), AsOf.Line(entry.RecordedAt, $"note {typed}"))] : Array.Empty<Button>(),
            ]);
    }

    /// <summary>Everybody sees what was added, without a new post in the channel.</summary>
    public static MessageContent InThread(TimelineEntry entry) =>
        MessageContent.Plain(Speak($"{KindWords.Emoji(entry.Kind)} {TimelineWords.When(entry)}: {Mrkdwn.Truncate(entry.Source is null ? entry.Text : PeoplesWords.Silent(entry.Text), IncidentWords.LongestQuote)} (noted by {IncidentWords.Person(entry.RecordedBy)})"));

    /// <summary>Their words are given back, and one press takes them for text.</summary>
    public static MessageContent WhichTime(Incident incident, string note, TimeReading.Doubtful doubtful)
    {
        var text = Speak($"{Doubt(doubtful)} Nothing was noted yet. Send it again with its time, or with `sometime`. Your words:\n{IncidentWords.Quote(PeoplesWords.Harmless(note))}");
        if (note.Length > Buttons.Room)
            return MessageContent.Plain(text);
        return MessageContent.With(text, Buttons.Run(incident, Speak("It is no time: note it as of now"), $"note note: {note}"));
    }

    /// <summary>What is wrong with the words that were meant as a time, and what can be read.</summary>
    public static string Doubt(TimeReading.Doubtful doubtful)
    {
        var words = $"`{Mrkdwn.Escape(Mrkdwn.Truncate(Mrkdwn.Unescape(doubtful.Words), 60)).Replace('`', '\'')}`";
        return doubtful.Doubt switch
        {
            TimeDoubt.DayOnly => Speak($"At what time was {words}? Write it behind the day, such as `yesterday 21:30` or `2025-07-21 10:15`."),
            TimeDoubt.NotYet => Speak($"{words} is in the future."),
            TimeDoubt.ZoneByLetters => Speak($"The letters in {words} mean different zones to different people. Write the offset instead, such as `14:05 UTC-5`, or the city, such as `14:05 Europe/London`."),
            TimeDoubt.LongBefore => Speak($"The message of {words} would be more than three months old, if there is one. If that is when it was, write the time itself, such as `2025-07-21 10:15`."),
            TimeDoubt.AnotherWorkspace => Speak($"{words} is a message of another workspace, so I take no time from it. Write the time itself, such as `14:05` or `yesterday 21:30`."),
            TimeDoubt.TwoTimes => Speak($"{words} could be two times, and an entry has one. Write `14:05`, or two notes; an offset stands apart, such as `14:05 UTC-5`."),
            _ => Speak($"{words} looks like a time I cannot read. Write `14:05`, `2:05pm`, `25m ago`, `yesterday 21:30`, `2025-07-21 10:15` or `2025-07-21 10:15 UTC-5`."),
        };
    }

    private static string AsGiven(TimelineEntry entry) => entry.Happened switch
    {
        { Precision: TimePrecision.Unknown } => Speak("\nIts time is unknown; it stands where it was added."),
        { AsGiven: "" } => "",
        { Precision: TimePrecision.Exact, AsGiven: var link } => Speak($"\nThe time of {Mrkdwn.Link(link, Speak("that message"))}"),
        { AsGiven: var given } => $"\n{given}",
    };

    /// <summary>What was decided about the time for the writer, who may have meant something else.</summary>
    public static string Taken(TimeReading.Timed? timed) =>
        $"{(timed is { IsYesterdays: true } ? Speak("\nThat is *yesterday*: today it has not been that time yet.") : "")}{Changed(timed?.Change)}";

    private static string Changed(ClockChange? change) => change switch
    {
        ClockChange.Skipped skipped => Speak($"\nThe clocks there skipped that time; I took {skipped.Shown.ToString("HH:mm", CultureInfo.InvariantCulture)}."),
        ClockChange.Repeated repeated => Speak($"\nThe clocks there showed that time twice; I took the later one ({Offset(repeated.Taken)}). If it was the earlier, note it with `{Offset(repeated.Other)}` behind the time."),
        _ => "",
    };

    private static string Offset(TimeSpan offset)
    {
        var size = offset.Duration();
        var minutes = size.Minutes == 0 ? "" : size.ToString(@"\:mm", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '-' : '+')}{(int)size.TotalHours}{minutes}");
    }
}

using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident note 14:05 fix: cache restarted</c> — puts a line on the timeline, at a time of the writer's own zone where one is given.</summary>
internal sealed class Note : ISubcommand
{
    public Usage Usage => new("note", "[14:05|25m ago|yesterday 21:30|sometime] [kind:] <text>", Unspoken("Put a line on the timeline"), Where.InIncident)
    {
        More = Unspoken("""
            *Times*: `14:05`, `2:05pm`, `25m ago`, `yesterday 21:30`, `2025-07-21 10:15`, each also with `UTC-5` or `Europe/London` behind it; `sometime`; a message's link.
            `/incident note 14:05 fix: cache restarted`
            """),
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (line.Rest.Length == 0)
        {
            turn.Ask(new Question(Speak("Note"), Speak("What happened?"), Speak("Begin with a time such as 14:05, 25m ago or yesterday 21:30 if it was earlier."), Multiline: true), line with { Number = incident.Id.Number });
            return;
        }
        if (await NotedTime.ReadAsync(line.Rest, turn, ct) is not { } reading)
            return;
        var (said, behind) = KindIn(line.Rest);
        var isKindFirst = reading is TimeReading.NoTime && said is not (null or EntryKind.Note);
        if (isKindFirst)
        {
            if (await NotedTime.ReadAsync(behind, turn, ct) is not { } behindTheKind)
                return;
            reading = behindTheKind;
        }
        if (reading is TimeReading.Doubtful doubtful)
        {
            turn.Refuse(NoteReplies.WhichTime(incident, line.Rest, doubtful), "not understood");
            return;
        }
        var timed = reading as TimeReading.Timed;
        var (kind, words) = isKindFirst ? (said, timed?.Rest ?? behind) : KindIn(timed?.Rest ?? line.Rest);
        var text = PeoplesWords.Harmless(words);
        if (text.Length == 0)
        {
            turn.NotUnderstood(Speak("Say what happened."), Usage);
            return;
        }
        var entry = turn.Record(new TimelineEntry(incident.Id, kind ?? EntryKind.Note, text, timed?.Happened ?? HappenedAt.Exactly(turn.SaidAt), turn.Now, turn.By) { Author = turn.By });
        CardThread.Tell(incident, () => NoteReplies.InThread(entry), turn);
        var goesOn = await turn.WhereItGoesOnAsync(incident, ct);
        turn.Confirm(NoteReplies.Noted(incident, entry, timed, isElsewhere: turn.Here is null || turn.Here != incident.Channel, goesOn, line.Rest));
    }

    /// <summary><c>fix: cache restarted</c> is a fix; a time may stand before or behind that word. <c>note:</c> takes what follows as it is.</summary>
    private static (EntryKind? Kind, string Words) KindIn(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 20 && KindWords.Read(words[..colon]) is { } kind ? (kind, words[(colon + 1)..].TrimStart()) : (null, words);
    }
}

using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident note 14:05 fix: cache restarted</c> — puts a line on the timeline, at a time of the writer's own zone where one is given.</summary>
internal sealed class Note : ISubcommand
{
    public Usage Usage => new("note", "[14:05|25m ago|yesterday 21:30|sometime] [kind:] <text>", "Put a line on the timeline", Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (line.Rest.Length == 0)
        {
            turn.Ask(new Question("Note", "What happened?", "Begin with a time such as 14:05, 25m ago or yesterday 21:30 if it was earlier.", Multiline: true), line with { Number = incident.Id.Number });
            return;
        }
        if (await NotedTime.ReadAsync(line.Rest, turn, ct) is not { } reading)
            return;
        if (reading is TimeReading.Doubtful doubtful)
        {
            turn.Refuse(NoteReplies.WhichTime(incident, line.Rest, doubtful), "not understood");
            return;
        }
        var timed = reading as TimeReading.Timed;
        var (kind, text) = KindAndText(timed?.Rest ?? line.Rest);
        if (text.Length == 0)
        {
            turn.NotUnderstood("Say what happened.", Usage);
            return;
        }
        var entry = turn.Record(new TimelineEntry(incident.Id, kind, text, timed?.Happened ?? HappenedAt.Exactly(turn.Now), turn.Now, turn.By) { Author = turn.By });
        CardThread.Tell(incident, NoteReplies.InThread(entry), turn);
        turn.Confirm(NoteReplies.Noted(incident, entry, timed));
    }

    /// <summary><c>fix: cache restarted</c> is a fix; without such a word it is a note.</summary>
    private static (EntryKind Kind, string Text) KindAndText(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 20 && KindWords.Read(words[..colon]) is { } kind
            ? (kind, PeoplesWords.Harmless(words[(colon + 1)..]))
            : (EntryKind.Note, PeoplesWords.Harmless(words));
    }
}

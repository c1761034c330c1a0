using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Messaging;
using IncidentBot.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Times;

/// <summary><c>/incident detected by support 17:11</c> — says how the first sign reached people, and when.</summary>
internal sealed class DetectedCommand : ISubcommand
{
    private static readonly string[] Leads = ["by ", "von ", "durch "];

    /// <summary>Typed by people, and by <i>Undo</i> of the first.</summary>
    private const string Unknown = "unknown";

    public Usage Usage => new("detected", "by <source> [when]", Unspoken("Say how its first sign reached people, and when"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var words = Leads.FirstOrDefault(lead => line.Rest.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) is { } by ? line.Rest[by.Length..] : line.Rest;
        if (turn.Options.Detection.Read(words) is not var (source, when))
        {
            if (words.Trim().ToLowerInvariant() is Unknown or "unbekannt")
                turn.Conclude(incident, Detection.Unname(incident, turn.By, turn.Now));
            else
                turn.NotUnderstood(TimesReply.SaySource(turn.Options.Detection), Usage);
            return;
        }
        if (when.Length == 0)
        {
            turn.Conclude(incident, Detection.Name(incident, source, null, turn.By, turn.Now));
            return;
        }
        switch (await NotedTime.ReadAsync(when, turn, ct))
        {
            case null:
                break;
            case TimeReading.Timed { Happened.Instant: { } at, Rest.Length: 0 }:
                turn.Conclude(incident, Detection.Name(incident, source, at, turn.By, turn.Now));
                break;
            case TimeReading.Doubtful doubtful:
                turn.NotUnderstood(Speak($"{NoteReplies.Doubt(doubtful)} Nothing was changed."), Usage);
                break;
            default:
                turn.NotUnderstood(TimesReply.SayWhen, Usage);
                break;
        }
    }
}

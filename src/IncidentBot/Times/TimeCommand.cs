using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Messaging;
using IncidentBot.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Times;

/// <summary><c>/incident time mitigated 14:05 why: the graph says so</c> — says when one of its named moments was; <c>unknown</c> and <c>automatic</c> too.</summary>
internal sealed class TimeCommand : ISubcommand
{
    public Usage Usage => new("time", "<name> <when> [why: …]", Unspoken("Say when something of it was"), Where.InIncident)
    {
        More = TimesReply.Explained,
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (NamedTimeWords.Read(line.Rest) is not var (name, said))
            turn.NotUnderstood(TimesReply.SayWhich, Usage);
        else if (said.Length == 0)
            turn.Ask(TimesReply.When(name), line with { Number = incident.Id.Number });
        else
            await CorrectAsync(incident, name, said, turn, ct);
    }

    private async Task CorrectAsync(Incident incident, NamedTime name, string said, Turn turn, CancellationToken ct)
    {
        var (first, rest) = CommandLine.SplitFirst(said);
        if (first.ToLowerInvariant() is "unknown")
        {
            turn.Conclude(incident, IncidentTiming.Correct(incident, name, null, Why(rest), turn.By, turn.Now));
            return;
        }
        if (first.ToLowerInvariant() is "automatic" or "auto")
        {
            turn.Conclude(incident, IncidentTiming.Release(incident, name, Why(rest), turn.By, turn.Now));
            return;
        }
        switch (await NotedTime.ReadAsync(said, turn, ct))
        {
            case null:
                break;
            case TimeReading.Timed timed:
                turn.Conclude(incident, IncidentTiming.Correct(incident, name, timed.Happened.Instant, Why(timed.Rest), turn.By, turn.Now));
                break;
            case TimeReading.Doubtful doubtful:
                turn.NotUnderstood(Speak($"{NoteReplies.Doubt(doubtful)} Nothing was changed."), Usage);
                break;
            default:
                turn.NotUnderstood(TimesReply.SayWhen, Usage);
                break;
        }
    }

    /// <summary>The reason, with or without the word in front of it.</summary>
    private static string Why(string rest)
    {
        const string word = "why:";
        return PeoplesWords.Harmless(rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? rest[word.Length..] : rest);
    }
}

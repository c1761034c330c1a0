using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>undo 7 sev 3</c>, typed by the Undo button: runs the line while the incident is still at that version, and not after.</summary>
internal sealed class Undo : ISubcommand
{
    public Usage Usage => new("undo", "<version> <command>", Unspoken("Take back what was just done"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (first, rest) = CommandLine.SplitFirst(line.Rest);
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || incident.Version != version)
            turn.Refuse(new ChangedSince());
        else
            await turn.RunAsync(WithReason(CommandLine.Read(rest), turn) with { Number = incident.Id.Number }, ct);
    }

    /// <summary>A change of severity says why, on a timeline that is everybody's and not only theirs who undo it.</summary>
    private static CommandLine WithReason(CommandLine line, Turn turn) =>
        line.Verb == "sev" && !line.Rest.Contains(' ', StringComparison.Ordinal) ? line with { Rest = $"{line.Rest} {turn.ForAll(() => Speak("a slip, undone"))}" } : line;
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident sev 2 logins fail</c> — says how bad it is, and why.</summary>
internal sealed class SetSeverity : ISubcommand
{
    public Usage Usage => new("sev", "<severity> [reason]", Unspoken("Say how bad it is, and why"), Where.InIncident, "severity") { Decides = Matter.Severity };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (turn.Options.Severities.Read(line.Rest) is var (severity, reason))
            turn.Conclude(incident, IncidentSeverity.Change(incident, severity, PeoplesWords.Harmless(reason), turn.Options.Reviews, turn.By, turn.Now));
        else
            turn.NotUnderstood(SeverityWords.SayOne(turn.Options.Severities), Usage);
    }
}

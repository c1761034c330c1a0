using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident sev 2 logins fail</c> — says how bad it is, and why.</summary>
internal sealed class SetSeverity : IncidentSubcommand<(Severity Severity, string Reason)>
{
    public override Usage Usage => new("sev", "1|2|3 [reason]", "Say how bad it is", Where.InIncident, "severity") { Decides = Matter.Severity };

    public override Parsed<(Severity, string)> Parse(string words)
    {
        var (first, reason) = CommandLine.SplitFirst(words);
        return SeverityWords.Read(first) is { } severity
            ? (severity, PeoplesWords.Harmless(reason))
            : Parsed<(Severity, string)>.Bad("Say a severity: 1 is critical, 2 is high, 3 is low.");
    }

    public override Decision Decide(Incident incident, (Severity Severity, string Reason) wanted, Turn turn) =>
        IncidentSeverity.Change(incident, wanted.Severity, wanted.Reason, turn.Options.Reviews, turn.By, turn.Now);
}

/// <summary>The severities as people type them.</summary>
internal static class SeverityWords
{
    public static Severity? Read(string word) => word.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal) switch
    {
        "1" or "sev1" or "s1" or "p1" or "critical" => Severity.Sev1,
        "2" or "sev2" or "s2" or "p2" or "high" => Severity.Sev2,
        "3" or "sev3" or "s3" or "p3" or "low" => Severity.Sev3,
        "unset" or "none" => Severity.Unset,
        _ => null,
    };
}

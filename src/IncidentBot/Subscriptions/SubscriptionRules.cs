using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Subscriptions;

/// <summary>Which subscriptions an incident concerns.</summary>
internal static class SubscriptionRules
{
    /// <summary>Its own; those for everything; those for its teams and services; and those for severities it is at least as bad as. A drill concerns only those who asked for that very one.</summary>
    public static IReadOnlyList<string> Of(Incident incident, SeverityScale scale)
    {
        var own = SubscriptionRow.OfIncident(incident.Id.Number);
        return incident.IsDrill
            ? [own]
            :
            [
                own,
                SubscriptionRow.Everything,
                .. incident.Teams.Select(team => SubscriptionRow.OfTeam(team.Team)),
                .. incident.Services.Select(SubscriptionRow.OfService),
                .. incident.Severity.IsUnset ? [] : scale.Levels.Where(level => level.Severity.Rank >= incident.Severity.Rank).Select(level => SubscriptionRow.OfSeverity(level.Severity)),
            ];
    }

    /// <summary>The rule somebody means by words, such as <c>sev1</c>, <c>team payments</c> or <c>all</c>; null where they mean none.</summary>
    public static string? Read(string words, SeverityScale scale, TeamDirectory directory)
    {
        var said = words.Trim();
        var (first, name) = CommandLine.SplitFirst(said);
        switch (first.ToLowerInvariant())
        {
            case "team" or "teams" when directory.Team(name) is { } team:
                return SubscriptionRow.OfTeam(team);
            case "service" or "services" when directory.Service(name) is { } service:
                return SubscriptionRow.OfService(service);
        }
        if (said.ToLowerInvariant() is "all" or "everything")
            return SubscriptionRow.Everything;
        return scale.Read(said) is { After: "", Severity: { IsUnset: false } severity } ? SubscriptionRow.OfSeverity(severity) : null;
    }

    /// <summary>What was subscribed to in one's own words: an incident by number, or a rule.</summary>
    public static string Typed(string rule) =>
        rule.StartsWith("sev:", StringComparison.Ordinal) ? rule[4..] : rule.Replace(':', ' ');
}

using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>Something a commander sees to (seed document 000: duties of the incident commander).</summary>
public enum CommanderDuty
{
    /// <summary>Somebody says how bad it is.</summary>
    Severity = 0,

    /// <summary>People are told how it stands.</summary>
    Update = 1,

    /// <summary>Somebody works out how many are hurt.</summary>
    Impact = 2,
}

/// <summary>What is still to be seen to. It is a look at the state, never a duty of its own: nothing is ticked by hand.</summary>
public static class CommanderChecklist
{
    /// <summary>What is missing of a live incident, in the order it is usually done; nothing of one that is over.</summary>
    /// <param name="incident">The incident.</param>
    public static IReadOnlyList<CommanderDuty> Missing(Incident incident) => incident.IsOver ? [] : [.. All(incident)];

    private static IEnumerable<CommanderDuty> All(Incident incident)
    {
        if (incident.Severity.IsUnset)
            yield return CommanderDuty.Severity;
        if (incident.Impacts.Last?.Share is null)
            yield return CommanderDuty.Impact;
        if (incident.LastUpdate is null)
            yield return CommanderDuty.Update;
    }
}

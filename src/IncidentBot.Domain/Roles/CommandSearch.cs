using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>A group being asked for a commander, one after the other.</summary>
/// <param name="Group">The group's id in Slack.</param>
/// <param name="Since">Since when.</param>
public sealed record CommandSearch(string Group, DateTimeOffset Since)
{
    /// <summary>Who is still to be asked; nobody until it is known who is in the group.</summary>
    public Roster Left { get; init; } = Roster.Nobody;

    /// <summary>Whether Slack is being asked, for the group or for whether somebody is there: nothing is to be done meanwhile.</summary>
    public bool IsLooking { get; init; }

    /// <summary>Whether everybody was asked, or nobody can be.</summary>
    public bool IsOver { get; init; }
}

/// <summary>A group was asked for a commander, and none was found.</summary>
/// <param name="Group">The group's id in Slack.</param>
/// <param name="Trouble">Why it could not be asked, in Slack's word; empty where everybody was.</param>
/// <param name="By">The bot.</param>
/// <param name="At">When.</param>
public sealed record CommanderNotFound(string Group, string Trouble, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

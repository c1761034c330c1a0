using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Teams;

/// <summary>Where a team is told of an incident.</summary>
public static class TellingTeams
{
    /// <summary>Its own channel, unless the incident is private; and the incident's channel, where its group or its lead is named. None where the incident is over.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The team.</param>
    public static IReadOnlyList<ChannelId> Places(Incident incident, Team team)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(team);
        if (incident.IsOver)
            return [];
        var places = new List<ChannelId>();
        if (team.Channel is { } theirs && (!incident.IsPrivate || theirs == incident.Channel))
            places.Add(theirs);
        if (InIncident(incident, team) is { } ours && !places.Contains(ours))
            places.Add(ours);
        return places;
    }

    /// <summary>Whether a message there tells the team. In a private incident's channel a name rings only who is in it, and whether that is anybody of theirs nobody knows.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The team.</param>
    /// <param name="place">Where the message stands.</param>
    public static bool IsToldIn(Incident incident, Team team, ChannelId place)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(team);
        return !incident.IsPrivate || team.Channel == place;
    }

    /// <summary>The incident's channel, where the team's group or lead is named in it; null where there is none of these, or the incident is over.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The team.</param>
    public static ChannelId? InIncident(Incident incident, Team team)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(team);
        return incident.IsOver || (team.Group ?? team.Lead?.Value) is null ? null : incident.Channel;
    }
}

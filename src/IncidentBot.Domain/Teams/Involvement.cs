using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Teams;

/// <summary>What an incident affects, and whose it is.</summary>
public static class Involvement
{
    /// <summary>Names a service as affected; whoever answers for it is involved by that.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="service">The service.</param>
    /// <param name="owner">Who answers for it; null where nobody does.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Affect(Incident incident, Service service, Team? owner, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.Services.Any(other => other.Key == service.Key))
            return Decision.Refuse(new AlreadyAffected(service));
        var affected = Decision.Accept(incident with { Services = [.. incident.Services, service] }, new ServiceAffected(service, by, now));
        return owner is null ? affected : affected.Then(after => Involve(after, owner, service, by, now));
    }

    /// <summary>Says that a service is not affected. Its team stays where another service of theirs is, or somebody named the team itself.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="service">The service.</param>
    /// <param name="directory">Who answers for what.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Clear(Incident incident, Service service, TeamDirectory directory, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(directory);
        if (incident.Services.All(other => other.Key != service.Key))
            return Decision.Refuse(new NeverAffected(service));
        var cleared = Decision.Accept(incident with { Services = [.. incident.Services.Where(other => other.Key != service.Key)] }, new ServiceNotAffected(service, by, now));
        return cleared.Then(after =>
        {
            if (after.Teams.FirstOrDefault(team => team.Through == service.Key) is not { } through)
                return Decision.Refuse(new NeverAffected(service));
            var another = after.Services.FirstOrDefault(other => directory.OwnerOf(other)?.Key == through.Team.Key);
            return another is null
                ? Leave(after, through.Team, by, now)
                : Decision.Accept(With(after, through with { Through = another.Key }), []);
        });
    }

    /// <summary>Names a team as involved.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The team.</param>
    /// <param name="through">The service of theirs that is affected, where it is for that.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Involve(Incident incident, Team team, Service? through, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return Find(incident, team) is { } already
            ? Decision.Refuse(new AlreadyInvolved(already))
            : Decision.Accept(incident with { Teams = [.. incident.Teams, new InvolvedTeam(team) { Through = through?.Key }] }, new TeamInvolved(team, through, by, now));
    }

    /// <summary>Says that a team has nothing to do with it. What it was told stays said.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The team.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Leave(Incident incident, Team team, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return Find(incident, team) is { } involved
            ? Decision.Accept(incident with { Teams = [.. incident.Teams.Where(other => other.Team.Key != team.Key)] }, new TeamNotInvolved(involved, by, now))
            : Decision.Refuse(new NotInvolved(team));
    }

    /// <summary>Notes that a team was told somewhere. Nobody decides anything by that, so the version stays, and what was decided before can still be undone.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The key of the team.</param>
    /// <param name="place">Where the message stands.</param>
    /// <param name="by">Who involved it.</param>
    /// <param name="now">When it was found to stand there.</param>
    /// <returns>The decision; null where the team is not involved any more, or a message there does not tell it.</returns>
    public static Decision.Accepted? Told(Incident incident, string team, ChannelId place, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.Teams.FirstOrDefault(other => other.Team.Key == team) is { } involved && TellingTeams.IsToldIn(incident, involved.Team, place)
            ? new Decision.Accepted(With(incident, involved with { IsTold = true }), [new TeamTold(involved.Team, place, by, now)])
            : null;
    }

    /// <summary>How that team is involved; null where it is not.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="team">The team.</param>
    public static InvolvedTeam? Find(Incident incident, Team team)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.Teams.FirstOrDefault(other => other.Team.Key == team.Key);
    }

    /// <summary>With that team as it is now.</summary>
    internal static Incident With(Incident incident, InvolvedTeam team) =>
        incident with { Teams = [.. incident.Teams.Select(other => other.Team.Key == team.Team.Key ? team : other)] };
}

using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;

namespace IncidentBot.Storage;

/// <summary>A service that is affected, as stored.</summary>
internal sealed record StoredService(string Key, string Name)
{
    public static StoredService[]? Of(ValueList<Service> services) =>
        services.Count == 0 ? null : [.. services.Select(service => new StoredService(service.Key, service.Name))];

    public static ValueList<Service> Read(StoredService[]? stored) => [.. (stored ?? []).Select(service => new Service(service.Key, service.Name))];
}

/// <summary>A team that is involved, as stored.</summary>
internal sealed record StoredTeam(string Key, string Name, string? Group, string? Channel, string? Lead, string? Through, bool IsTold)
{
    public static StoredTeam[]? Of(ValueList<InvolvedTeam> teams) => teams.Count == 0
        ? null
        : [.. teams.Select(team => new StoredTeam(
            team.Team.Key, team.Team.Name, team.Team.Group, team.Team.Channel?.Value, team.Team.Lead?.Value, team.Through, team.IsTold))];

    public static ValueList<InvolvedTeam> Read(StoredTeam[]? stored) => [.. (stored ?? []).Select(team => team.Read())];

    private InvolvedTeam Read() => new(new Team(Key, Name)
    {
        Group = Group,
        Channel = Channel is null ? null : new ChannelId(Channel),
        Lead = Lead is null ? null : new UserId(Lead),
    })
    {
        Through = Through,
        IsTold = IsTold,
    };
}

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
        : [.. teams.Select(Of)];

    public static ValueList<InvolvedTeam> Read(StoredTeam[]? stored) => [.. (stored ?? []).Select(team => team.Read())];

    public static StoredTeam Of(InvolvedTeam team) => new(
        team.Team.Key, team.Team.Name, team.Team.Group, team.Team.Channel?.Value, team.Team.Lead?.Value, team.Through, team.IsTold);

    public InvolvedTeam Read() => new(new Team(Key, Name)
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

/// <summary>That somebody was asked about a service's owner, as stored.</summary>
internal sealed record StoredQuestion(StoredService Service, StoredTeam Team, bool IsAnswered)
{
    public static StoredQuestion[]? Of(ValueList<OwnerQuestion> questions) => questions.Count == 0
        ? null
        : [.. questions.Select(asked => new StoredQuestion(new StoredService(asked.Service.Key, asked.Service.Name), StoredTeam.Of(new InvolvedTeam(asked.Team)), asked.IsAnswered))];

    public static ValueList<OwnerQuestion> Read(StoredQuestion[]? stored) =>
        [.. (stored ?? []).Select(asked => new OwnerQuestion(new Service(asked.Service.Key, asked.Service.Name), asked.Team.Read().Team) { IsAnswered = asked.IsAnswered })];
}

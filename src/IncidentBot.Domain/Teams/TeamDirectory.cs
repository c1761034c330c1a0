using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;

namespace IncidentBot.Domain.Teams;

/// <summary>A service, and the other words people say for it.</summary>
/// <param name="Service">The service itself.</param>
public sealed record KnownService(Service Service)
{
    /// <summary>Other words people say for it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>A team, and what it answers for.</summary>
/// <param name="Team">The team itself.</param>
public sealed record KnownTeam(Team Team)
{
    /// <summary>What it answers for.</summary>
    public IReadOnlyList<KnownService> Services { get; init; } = [];

    /// <summary>The days it works on; null where they are everybody's.</summary>
    public BusinessDays? Calendar { get; init; }
}

/// <summary>Which teams there are, and what each answers for.</summary>
public sealed class TeamDirectory
{
    private readonly Dictionary<string, KnownTeam> teams = [];
    private readonly Dictionary<string, Service> services = [];
    private readonly Dictionary<string, Team> owners = [];

    /// <summary>Makes it.</summary>
    /// <param name="all">The teams, in the order people read them.</param>
    public TeamDirectory(IReadOnlyList<KnownTeam> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        All = all;
        foreach (var team in all)
        {
            foreach (var word in Understood(team.Team))
                teams[word] = team;
            foreach (var service in team.Services)
            {
                owners[service.Service.Key] = team.Team;
                foreach (var word in Understood(service))
                    services[word] = service.Service;
            }
        }
    }

    /// <summary>Nobody told of any.</summary>
    public static TeamDirectory Empty { get; } = new([]);

    /// <summary>All teams.</summary>
    public IReadOnlyList<KnownTeam> All { get; }

    /// <summary>All services, by team.</summary>
    public IEnumerable<KnownService> Services => All.SelectMany(team => team.Services);

    /// <summary>Who answers for a service; null where nobody does, or no longer.</summary>
    /// <param name="service">The service.</param>
    public Team? OwnerOf(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return owners.GetValueOrDefault(service.Key);
    }

    /// <summary>The service a text names, however it is written; null where it names none.</summary>
    /// <param name="text">The text, and nothing else in it.</param>
    public Service? Service(string text) => services.GetValueOrDefault(LeadingWords.Bare(text));

    /// <summary>The team a text names, by its key or name; null where it names none.</summary>
    /// <param name="text">The text, and nothing else in it.</param>
    public Team? Team(string text) => teams.GetValueOrDefault(LeadingWords.Bare(text))?.Team;

    /// <summary>The calendar a team works by; null where it names none, or there is no such team.</summary>
    /// <param name="teams">The teams there are.</param>
    /// <param name="key">The team's key.</param>
    public static BusinessDays? CalendarIn(TeamDirectory teams, string key)
    {
        ArgumentNullException.ThrowIfNull(teams);
        return teams.All.FirstOrDefault(known => known.Team.Key == key)?.Calendar;
    }

    /// <summary>Every word that is understood for a service, as it is compared: letters and digits alone.</summary>
    /// <param name="service">The service.</param>
    public static IReadOnlyList<string> Understood(KnownService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return LeadingWords.Each([service.Service.Key, service.Service.Name, .. service.Words]);
    }

    /// <summary>Every word that is understood for a team, compared the same way.</summary>
    /// <param name="team">The team.</param>
    public static IReadOnlyList<string> Understood(Team team)
    {
        ArgumentNullException.ThrowIfNull(team);
        return LeadingWords.Each([team.Key, team.Name]);
    }
}

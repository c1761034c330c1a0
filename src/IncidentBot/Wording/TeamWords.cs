using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>Teams and services as people read them.</summary>
internal static class TeamWords
{
    private const int LongestLine = 600;

    /// <summary>What is affected and whose it is, on one line; empty where nobody said.</summary>
    public static string Line(Incident incident)
    {
        string[] parts =
        [
            .. incident.Services.Count > 0 ? [Speak($"affects {string.Join(", ", incident.Services.Select(Name))}")] : Array.Empty<string>(),
            .. incident.Teams.Count > 0 ? [$"{(incident.Teams.Count == 1 ? Speak("team") : Speak("teams"))} {string.Join(", ", incident.Teams.Select(Involved))}"] : Array.Empty<string>(),
        ];
        return Mrkdwn.Truncate(string.Join(" · ", parts), LongestLine);
    }

    public static string Name(Service service) => Mrkdwn.Escape(service.Name);

    public static string Name(Team team) => Mrkdwn.Escape(team.Name);

    /// <summary>A team with whether it was told: that is what people ask.</summary>
    public static string Involved(InvolvedTeam team) => $"{Name(team.Team)} ({(team.IsTold ? Speak("told") : Speak("not told"))})";

    /// <summary>Whom a message rings for so that the team hears it; empty where nobody is configured.</summary>
    public static string Ring(Team team) => (team.Group, team.Lead) switch
    {
        ({ } group, _) => Mrkdwn.UserGroup(group),
        (_, { } lead) => IncidentWords.Person(lead),
        _ => "",
    };
}

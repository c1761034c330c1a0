using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Wording;

/// <summary>Roles as people name and read them.</summary>
internal static class RoleWords
{
    /// <summary>The role somebody means by its word, its key or its name; null when none.</summary>
    public static Role? Find(IReadOnlyList<Role> roles, string word) =>
        roles.FirstOrDefault(role => new[] { role.Short, role.Key, role.Name }.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>Who holds what besides command, on one line; empty where nobody holds anything.</summary>
    public static string Line(Incident incident) => string.Join(
        " · ",
        incident.Roles.All.GroupBy(holder => holder.Key)
            .Select(role => $"{Mrkdwn.Escape(Speak(role.First().Name))} {string.Join(", ", role.Select(holder => Person(holder.User)))}"));

    /// <summary>What the commander has still to see to, on one line; empty where nothing is missing.</summary>
    public static string StillMissing(Incident incident) => CommanderChecklist.Missing(incident) is { Count: > 0 } missing
        ? Speak($"Still missing: {string.Join(", ", missing.Select(duty => duty switch
        {
            CommanderDuty.Severity => Speak("severity"),
            CommanderDuty.Impact => Speak("impact"),
            _ => Speak("an update"),
        }))}")
        : "";

    /// <summary>Who holds that role, command too.</summary>
    public static IReadOnlyList<UserId> HoldersOf(Incident incident, Role role) =>
        role.IsCommand ? incident.Commander is { } commander ? [commander] : [] : incident.Roles.Of(role.Key);
}

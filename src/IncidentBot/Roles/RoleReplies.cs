using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Roles;

/// <summary>What people are told of roles.</summary>
internal static class RoleReplies
{
    /// <summary>Every role: who holds it, what it does, and the word for it.</summary>
    public static MessageContent Board(Incident incident, IReadOnlyList<Role> roles)
    {
        var lines = roles.Select(role => Line(incident, role)).ToList();
        var text = string.Join("\n", lines.Prepend(Speak($"*Roles in {Title(incident)}*")));
        List<Block> blocks = [.. lines.Prepend(Speak($"*Roles in {Mrkdwn.Truncate(Title(incident), 300)}*")).Select(line => new SectionBlock { Text = new Markdown(line) })];
        var custody = Buttons.Run(incident, Speak("Who commanded when"), "custody");
        blocks.Add(new ActionsBlock { Elements = incident.IsOver ? [custody] : [Buttons.Run(incident, Speak("Change roles"), "role edit"), custody] });
        return new MessageContent(text, blocks);
    }

    /// <summary>What somebody is told who was given a role by somebody else.</summary>
    public static MessageContent Given(Incident incident, RoleGiven given)
    {
        var does = given.Role.Does.Length > 0 ? $" {Mrkdwn.Escape(Speak(given.Role.Does))}" : "";
        return MessageContent.With(
            Speak($"🙋 {Person(given.By)} gave you a role in {Place(incident)}: *{Mrkdwn.Escape(Speak(given.Role.Name))}*.{does}\n{Command(incident, $"role {given.Role.Short} leave")} gives it up."),
            Buttons.Run(incident, Speak("Give it up"), $"role {given.Role.Short} leave"));
    }

    public static string WhichRole(IReadOnlyList<Role> roles) => Speak($"Say which role: {string.Join(", ", roles.Select(role => role.Short))}.");

    public static string DoWhat(Role role) => Speak($"Say `role {role.Short} take`, `role {role.Short} leave`, or `role {role.Short} @name`.");

    private static string Line(Incident incident, Role role)
    {
        var holders = RoleWords.HoldersOf(incident, role);
        return $"*{Mrkdwn.Escape(Speak(role.Name))}* (`{role.Short}`): {(holders.Count == 0 ? Speak("nobody") : string.Join(", ", holders.Select(Person)))}"
            + (role.Does.Length > 0 ? $"\n{Mrkdwn.Escape(Speak(role.Does))}" : "");
    }
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>What a command in the configuration may name.</summary>
internal sealed record Nameable(SeverityScale Severities, Lifecycle Lifecycle, IReadOnlyList<Role> Roles, TeamDirectory Teams);

/// <summary>Reads the section <c>emoji</c>: what each does, on the card and on messages.</summary>
internal static class EmojiSection
{
    /// <summary>What an emoji on the card does: a command, about something that there is.</summary>
    public static Dictionary<string, string> Card(ConfigSection emoji, IReadOnlyList<Usage>? commands, Nameable there) =>
        emoji.Map("card", Plain, text => About(SettingWords.CommandOf(commands)(text), there));

    /// <summary>As what an emoji puts a message on the timeline.</summary>
    public static Dictionary<string, EntryKind> Timeline(ConfigSection emoji) => emoji.Map("timeline", OnMessages, SettingWords.Kind);

    /// <summary>What an emoji makes of a message.</summary>
    public static Dictionary<string, TaskSort> Tasks(ConfigSection emoji) => emoji.Map("tasks", OnMessages, SettingWords.TaskSort);

    private static string Plain(string written) => EmojiNames.Plain(written.Trim(':'));

    /// <summary>The bot's own marks say what became of a message; somebody who adds to them must not set anything off.</summary>
    private static string OnMessages(string written) => Plain(written) is not (EmojiNames.Tick or EmojiNames.Refused) and var plain
        ? plain
        : throw new BadSettingException("this is the mark I put under a message myself, to say that it was taken or was not. Choose another emoji.");

    /// <summary>A severity, state, role, team or service nobody has must be seen before somebody reacts at night.</summary>
    private static string About(string command, Nameable there)
    {
        var (verb, rest) = command.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var first, var behind] ? (first, behind) : (command.Trim(), "");
        var unknown = rest.Length == 0 ? null : verb switch
        {
            "sev" or "severity" when there.Severities.Read(rest) is null =>
                NoSuch("severity", rest, there.Severities.Levels.SelectMany(SeverityScale.Understood), there.Severities.Levels.Select(level => SeverityScale.Number(level.Severity))),
            "status" when there.Lifecycle.Read(rest) is null =>
                NoSuch("state", rest, there.Lifecycle.States.SelectMany(Lifecycle.Understood), there.Lifecycle.States.Select(state => state.Status.Key)),
            "role" or "roles" when rest.Split(' ') is var words && words.All(word => word is "take" or "leave" or "edit" || RoleWords.Find(there.Roles, word) is null) && words is not ["edit"] =>
                NoSuch("role", words[0], there.Roles.Select(role => role.Short), there.Roles.Select(role => role.Short)),
            "team" or "involve" when there.Teams.Team(Subject(rest)) is null => NoSuch("team", rest, Keys(there.Teams), Keys(there.Teams)),
            "service" or "affects" when there.Teams.Service(Subject(rest)) is null => NoSuch("service", rest, Services(there.Teams), Services(there.Teams)),
            _ => null,
        };
        return unknown is null ? command : throw new BadSettingException(unknown);
    }

    /// <summary>What is named, also where it is taken back.</summary>
    private static string Subject(string rest) => rest.StartsWith("not ", StringComparison.OrdinalIgnoreCase) ? rest[4..].Trim() : rest;

    private static IEnumerable<string> Keys(TeamDirectory teams) => teams.All.Select(team => team.Team.Key);

    private static IEnumerable<string> Services(TeamDirectory teams) => teams.Services.Select(service => service.Service.Key);

    private static string NoSuch(string what, string named, IEnumerable<string> understood, IEnumerable<string> all)
    {
        var near = SettingWords.DidYouMean(LeadingWords.Bare(named), understood.Select(LeadingWords.Bare).Distinct());
        return $"there is no {what} \"{named}\".{near} {(all.Any() ? $"Write one of {string.Join(", ", all)}." : "There are none in this file.")}";
    }
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Teams;

/// <summary>Who answers for what, for one person.</summary>
internal static class TeamsReply
{
    /// <summary>Blocks of so many teams stay within what a message takes.</summary>
    private const int TeamsPerBlock = 5;
    private const int LongestTeam = 550;

    public static MessageContent Of(TeamDirectory directory, Incident? incident)
    {
        if (directory.All.Count == 0)
            return MessageContent.Plain(Speak("No teams are configured yet. Whoever runs IncidentBot can list them, with their services, under `teams` in its configuration file."));
        string[] parts =
        [
            .. incident is null ? [] : new[] { $"*{Mrkdwn.Truncate(Title(incident), 300)}*: {(TeamWords.Line(incident) is { Length: > 0 } line ? line : Speak("nobody has said what it affects"))}" },
            .. directory.All.Select(Team).Chunk(TeamsPerBlock).Select(some => string.Join("\n", some)),
            incident is null ? Speak("In an incident, `/incident affects &lt;service&gt;` names what is affected and tells its team; `/incident team &lt;name&gt;` tells a team directly.") : Speak("Choose below, or type `/incident affects &lt;service&gt;` or `/incident team &lt;name&gt;`. The team is told at once."),
        ];
        return new MessageContent(
            Mrkdwn.Truncate(string.Join("\n", parts), BlockLimits.UpdateTextMax),
            [.. parts.Select(part => new SectionBlock { Text = new Markdown(part) }), .. incident is null ? [] : Menus(directory, incident)]);
    }

    public static MessageContent UnknownService(TeamDirectory directory, string said) =>
        Unknown(said, Speak("service"), directory.Services.Select(known => (known.Service.Name, Words: TeamDirectory.Understood(known), Line: $"service {known.Service.Key}")));

    public static MessageContent UnknownTeam(TeamDirectory directory, string said) =>
        Unknown(said, Speak("team"), directory.All.Select(known => (known.Team.Name, Words: TeamDirectory.Understood(known.Team), Line: $"team {known.Team.Key}")));

    private static MessageContent Unknown(string said, string what, IEnumerable<(string Name, IReadOnlyList<string> Words, string Line)> known)
    {
        var all = known.SelectMany(one => one.Words.Select(word => (word, one))).DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.one);
        var unknown = Speak($"I know no {what} called \"{Mrkdwn.Truncate(PeoplesWords.Harmless(said), 100)}\". Nothing was changed.");
        return NearestWord.To(LeadingWords.Bare(said), all.Keys) is { } near
            ? MessageContent.Plain(Speak($"{unknown} Did you mean {Mrkdwn.Escape(all[near].Name)}? Type `/incident {all[near].Line}`; `/incident teams` shows all."))
            : MessageContent.Plain(Speak($"{unknown} `/incident teams` shows which there are."));
    }

    private static string Team(KnownTeam known)
    {
        var team = known.Team;
        string[] ways =
        [
            .. team.Channel is { } channel ? [Mrkdwn.Channel(channel.Value)] : Array.Empty<string>(),
            .. team.Group is { } group ? [Mrkdwn.UserGroup(group)] : Array.Empty<string>(),
            .. team.Lead is { } lead ? [Speak($"led by {Person(lead)}")] : Array.Empty<string>(),
        ];
        var services = known.Services.Count == 0 ? Speak("no services") : string.Join(", ", known.Services.Select(service => TeamWords.Name(service.Service)));
        return Mrkdwn.Truncate($"• *{TeamWords.Name(team)}*{(ways.Length > 0 ? $" ({string.Join(", ", ways)})" : "")}: {services}", LongestTeam);
    }

    private static IEnumerable<Block> Menus(TeamDirectory directory, Incident incident)
    {
        (string Text, string Line)[] services = [.. directory.Services.Where(known => incident.Services.All(one => one.Key != known.Service.Key)).Select(known => (known.Service.Name, $"service {known.Service.Key}"))];
        (string Text, string Line)[] teams = [.. directory.All.Where(known => Involvement.Find(incident, known.Team) is null).Select(known => (known.Team.Name, $"team {known.Team.Key}"))];
        (string Text, string Line)[] back =
        [
            .. incident.Services.Select(service => (Mrkdwn.Truncate(Speak($"Not affected: {service.Name}"), BlockLimits.OptionTextMax), $"service not {service.Key}")),
            .. incident.Teams.Select(team => (Mrkdwn.Truncate(Speak($"Not involved: {team.Team.Name}"), BlockLimits.OptionTextMax), $"team not {team.Team.Key}")),
        ];
        BlockElement[] menus =
        [
            .. services.Length > 0 ? [Buttons.Choose(incident, "service", Speak("It affects …"), services)] : Array.Empty<BlockElement>(),
            .. teams.Length > 0 ? [Buttons.Choose(incident, "team", Speak("Tell a team …"), teams)] : Array.Empty<BlockElement>(),
            .. back.Length > 0 ? [Buttons.Choose(incident, "not", Speak("Take back …"), back.Take(BlockLimits.SelectOptionsMax))] : Array.Empty<BlockElement>(),
        ];
        return menus.Length > 0 ? [new ActionsBlock { Elements = menus }] : [];
    }
}

using System.Text.RegularExpressions;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Teams;

/// <summary>Reads which services or teams somebody names, however they put it, and does it for all of them or for none.</summary>
internal static partial class Naming
{
    /// <summary>More than these are not named in one breath.</summary>
    private const int Most = 20;

    /// <summary>Without words it shows what there is.</summary>
    public static async Task RunAsync<T>(
        CommandLine line, Usage usage, Func<string, T?> find, Func<Incident, T, bool, Decision> decide, Func<string, MessageContent> unknown, Turn turn, CancellationToken ct)
        where T : class
    {
        if (await turn.IncidentAsync(line, usage, ct) is not { } incident)
            return;
        var not = Not().Match(line.Rest);
        var said = line.Rest[not.Length..].Trim().TrimEnd('.', '!');
        if (said.Length == 0)
        {
            turn.Answer(TeamsReply.Of(turn.Options.Teams, incident), "shown");
            return;
        }
        var named = new List<T>();
        foreach (var one in find(said) is null ? Parts().Split(said).Where(part => part.Trim().Length > 0).Take(Most) : [said])
        {
            if (find(one.Trim()) is not { } found)
            {
                turn.Refuse(unknown(one.Trim()), "unknown name");
                return;
            }
            named.Add(found);
        }
        turn.Conclude(incident, All(incident, named, (so, what) => decide(so, what, not.Success)));
    }

    /// <summary>The team whose Slack group or channel is mentioned; null where none is.</summary>
    public static Team? Mentioned(string said, TeamDirectory directory)
    {
        var id = Mention().Match(said) is { Success: true } match ? match.Groups["id"].Value : "";
        return directory.All.FirstOrDefault(team => id.Length > 0 && (team.Team.Group == id || team.Team.Channel?.Value == id))?.Team;
    }

    /// <summary>What is so already does not hinder the rest; only where all of it is so, that is said.</summary>
    private static Decision All<T>(Incident incident, List<T> named, Func<Incident, T, Decision> decide)
    {
        var decided = decide(incident, named[0]);
        foreach (var next in named.Skip(1))
            decided = decided is Decision.Accepted ? decided.Then(so => decide(so, next)) : decide(incident, next);
        return decided;
    }

    [GeneratedRegex(@"^\s*(?:(?:not|no|remove|without)\s+|-\s*)(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Not();

    [GeneratedRegex(@"\s*[,;+]\s*|\s+(?:and|und|&amp;)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^<(?:!subteam\^|#)(?<id>\w+)(?:\|[^<>]*)?>$")]
    private static partial Regex Mention();
}

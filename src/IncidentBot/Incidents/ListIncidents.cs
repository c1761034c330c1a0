using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary><c>/incident list</c> — the open incidents, the worst first; <c>list closed</c> — those that are over, with their reviews.</summary>
internal sealed class ListIncidents : ISubcommand
{
    private const int Most = 20;

    public Usage Usage => new("list", "[closed]", Unspoken("Show the open incidents, or those that are over with their reviews"), Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        switch (line.Rest.Trim().ToLowerInvariant())
        {
            case "" or "open":
                var open = await db.WorstOpenAsync(turn.Team, turn.By.Value, Most + 1, ct);
                turn.Answer(ListReply.Of([.. open.Take(Most)], open.Count > Most), "listed");
                break;
            case "closed" or "resolved" or "over":
                var over = await db.NewestOverAsync(turn.Team, turn.By.Value, Most + 1, ct);
                turn.Answer(ListReply.Over([.. over.Take(Most)], over.Count > Most), "listed");
                break;
            default:
                turn.NotUnderstood(Speak("Say `list` for the open incidents, or `list closed` for those that are over."), Usage);
                break;
        }
    }
}

internal static class ListReply
{
    /// <summary>A line may have 350 characters, a block 3,000.</summary>
    private const int LinesPerBlock = 5;

    public static MessageContent Of(IReadOnlyList<Incident> open, bool andMore)
    {
        if (open.Count == 0)
            return MessageContent.Plain(Speak("No open incidents. `/incident declare what is wrong` declares one."));
        return Listed(open.Select(Line), andMore);
    }

    public static MessageContent Over(IReadOnlyList<Incident> over, bool andMore) =>
        over.Count == 0 ? MessageContent.Plain(Speak("No incident is over yet. `/incident list` shows the open ones.")) : Listed(over.Select(OverLine), andMore);

    private static MessageContent Listed(IEnumerable<string> lines, bool andMore)
    {
        var text = string.Join("\n", andMore ? lines.Append(Speak("… and more.")) : lines);
        return new MessageContent(text, [.. lines.Chunk(LinesPerBlock).Select(some => new SectionBlock { Text = new Markdown(string.Join("\n", some)) })]);
    }

    private static string OverLine(Incident incident) =>
        $"{Sign(incident.Severity)} *{Mrkdwn.Truncate(Title(incident), 120)}* · {Name(incident.Severity)} · {Name(incident.Status)}"
        + (OverSince(incident) is { } at ? $" {Moment(at)}" : "")
        + (incident.Review is { } review ? $" · {ReviewWords.State(review)}" : "");

    private static string Line(Incident incident) =>
        $"{Sign(incident.Severity)} *{Mrkdwn.Truncate(Title(incident), 120)}* · {Name(incident.Severity)} · {Name(incident.Status)} · "
        + (incident.Commander is { } commander ? Person(commander) : Speak("no commander"))
        + (incident.Channel is { } channel ? $" · {Mrkdwn.Channel(channel.Value)}" : "");
}

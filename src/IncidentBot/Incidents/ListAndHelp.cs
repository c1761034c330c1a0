using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary><c>/incident list</c> — the open incidents, newest first.</summary>
internal sealed class ListIncidents : ISubcommand
{
    private const int Most = 20;

    public Usage Usage => new("list", "", "Show the open incidents", Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var open = await db.Incidents.NewestOpenAsync(turn.Team, turn.By.Value, Most + 1, ct);
        turn.Answer(ListReply.Of([.. open.Take(Most)], open.Count > Most), "listed");
    }
}

internal static class ListReply
{
    public static MessageContent Of(IReadOnlyList<Incident> open, bool andMore)
    {
        if (open.Count == 0)
            return MessageContent.Plain("No open incidents. `/incident declare what is wrong` declares one.");
        var lines = open.Select(Line);
        var text = string.Join("\n", andMore ? lines.Append("… and older ones.") : lines);
        return new MessageContent(text, [.. lines.Chunk(10).Select(ten => new SectionBlock { Text = new Markdown(string.Join("\n", ten)) })]);
    }

    private static string Line(Incident incident) =>
        $"{Sign(incident.Severity)} *{Mrkdwn.Truncate(Title(incident), 120)}* · {Name(incident.Severity)} · {Name(incident.Status)} · "
        + (incident.Commander is { } commander ? Person(commander) : "no commander")
        + (incident.Channel is { } channel ? $" · {Mrkdwn.Channel(channel.Value)}" : "");
}

/// <summary><c>/incident help</c> — what is possible here.</summary>
internal sealed class Help : ISubcommand
{
    public Usage Usage => new("help", "", "Show what is possible here", Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct) =>
        turn.Answer(HelpReply.Of(turn.Usages, await turn.FindIncidentAsync(line.Number, ct), turn.Options), "helped");
}

internal static class HelpReply
{
    /// <summary>In the order an incident goes; a word not listed comes last.</summary>
    private static readonly string[] Order =
        ["declare", "take", "commander", "ack", "sev", "status", "update", "note", "timeline", "edit", "history", "redact", "export", "resolve", "close", "reopen", "review", "show", "list", "help"];

    public static MessageContent Of(IReadOnlyList<Usage> usages, Incident? here, Configuration.BotOptions options)
    {
        var possible = usages.Where(usage => !usage.Hidden && (here is not null || usage.Where == Where.Anywhere)).OrderBy(usage => Place(usage.Word));
        var title = here is null ? "*What you can do here*" : $"*What you can do in {Mrkdwn.Truncate(Title(here), 200)}*";
        var commands = string.Join("\n", possible.Select(usage => $"`{Mrkdwn.Escape(usage.Line)}` {usage.Summary}"));
        var emoji = here is null
            ? "In an incident's channel there is more: severity, status, updates, timeline, review."
            : "*On the card*: " + string.Join(" · ", options.CardEmoji.Select(pair => $":{pair.Key}: {pair.Value}"))
              + "\n*On any message*: " + string.Join(" · ", options.TimelineEmoji.Select(pair => $":{pair.Key}: {KindWords.Word(pair.Value)}"))
              + ", or pin it. It goes on the timeline with its own time.";
        return new MessageContent(
            $"{title}\n{commands}\n{emoji}",
            [
                new SectionBlock { Text = new Markdown($"{title}\n{commands}") },
                new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(emoji, 2_900)) },
            ]);
    }

    private static int Place(string word) => Array.IndexOf(Order, word) is >= 0 and var place ? place : Order.Length;
}

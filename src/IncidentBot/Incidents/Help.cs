using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary><c>/incident help</c> — what is possible here; <c>help sev</c> — that word alone.</summary>
internal sealed class Help : ISubcommand
{
    public Usage Usage => new("help", "[command]", Unspoken("Show what is possible here, or one command"), Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var word = CommandLine.SplitFirst(line.Rest).First.ToLowerInvariant();
        if (turn.Usages.FirstOrDefault(usage => !usage.Hidden && (usage.Word == word || usage.AlsoSpelled == word)) is { } one)
            turn.Answer(HelpReply.About(one, turn.Options), "helped");
        else if (word.Length > 0)
            turn.Refuse(Replies.UnknownWord(word, turn.Nearest(word)), "unknown word");
        else
            await AnswerAsync(await turn.FindIncidentAsync(line.Number, ct), turn, ct);
    }

    /// <summary>What others alone may do is not in the way of what one may.</summary>
    private static async Task AnswerAsync(Incident? here, Turn turn, CancellationToken ct)
    {
        var others = new List<Usage>();
        foreach (var usage in turn.Usages.Where(usage => !usage.Hidden && (here is not null || usage.Where == Where.Anywhere)))
        {
            if (!await turn.MayPerhapsAsync(usage.Word, here, ct))
                others.Add(usage);
        }
        turn.Answer(HelpReply.Of([.. turn.Usages.Except(others)], here, turn.Options, others), "helped");
    }
}

internal static class HelpReply
{
    /// <summary>In the order an incident goes; a word not listed comes with the last.</summary>
    private static (string Title, string[] Words)[] Groups =>
    [
        (Speak("Begin"), ["declare", "adopt", "drill", "retro", "list", "show", "help"]),
        (Speak("Who, how bad, how far"), ["take", "commander", "handover", "custody", "role", "cover", "ack", "title", "sev", "impact", "service", "team", "teams", "status", "update", "snooze"]),
        (Speak("Catch up and do"), ["catchup", "task", "tasks", "followup", "followups", "subscribe", "unsubscribe", "subscriptions", "digest"]),
        (Speak("Timeline"), ["note", "times", "time", "detected", "timeline", "edit", "history", "redact", "export"]),
        (Speak("End and learn"), ["resolve", "close", "decline", "merge", "reopen", "review"]),
        (Speak("Look behind"), ["why", "ledger", "reconcile"]),
    ];

    public static MessageContent Of(IReadOnlyList<Usage> usages, Incident? here, Configuration.BotOptions options, IReadOnlyList<Usage>? others = null)
    {
        var possible = usages.Where(usage => !usage.Hidden && (here is not null || usage.Where == Where.Anywhere)).ToLookup(usage => GroupOf(usage.Word));
        var title = here is null ? Speak("*What you can do here*") : Speak($"*What you can do in {Mrkdwn.Truncate(Title(here), 200)}*");
        var groups = Groups.Select((group, i) => (group.Title, Usages: possible[i].OrderBy(usage => Array.IndexOf(group.Words, usage.Word)).ToList()))
            .Where(group => group.Usages.Count > 0)
            .Select(group => $"*{group.Title}*\n{string.Join("\n", group.Usages.Select(Line))}");
        var elsewhere = Speak("Anywhere else, put the incident's number in front: `/incident #12 sev 1`. `/incident help sev` explains one command.");
        var emoji = here is null
            ? Speak("In an incident's channel there is more: severity, status, updates, timeline, review.")
            : Speak("*Emoji on the card*\n") + string.Join(" · ", options.CardEmoji.Select(pair => $":{pair.Key}: {pair.Value}"))
              + Speak("\n*Emoji on any message* put it on the timeline, with its own time; so does a pin\n")
              + string.Join("\n", options.TimelineEmoji.GroupBy(pair => pair.Value).Select(kind => $"{string.Concat(kind.Select(pair => $":{pair.Key}: "))}{KindWords.Word(kind.Key)}"));
        string[] parts = [title, .. groups, .. others is { Count: > 0 } ? [PermissionReplies.Others(others)] : Array.Empty<string>(), elsewhere, Mrkdwn.Truncate(emoji, 2_900)];
        return new MessageContent(string.Join("\n", parts), [.. parts.Select(part => new SectionBlock { Text = new Markdown(part) })]);
    }

    public static MessageContent About(Usage usage, Configuration.BotOptions options) => MessageContent.Plain(
        $"{Line(usage)}{(usage.AlsoSpelled is { } other ? Speak($" (also `{other}`)") : "")}{(usage.Where == Where.InIncident ? Speak($"\nIn an incident's channel; anywhere else `/incident #12 {usage.Word}`.") : "")}{(usage.More.Length > 0 ? $"\n{Speak(usage.More)}" : "")}{(Explained(usage, options) is { Length: > 0 } more ? $"\n{more}" : "")}");

    /// <summary>What the configuration says can be typed there.</summary>
    private static string Explained(Usage usage, Configuration.BotOptions options) => usage.Word switch
    {
        "note" => Speak($"*Kinds*: {string.Join(", ", KindWords.ForPeople.Select(kind => $"`{KindWords.Word(kind)}`"))}."),
        "sev" => SeverityWords.Explained(options.Severities),
        "status" => LifecycleWords.Explained(options.Lifecycle),
        _ => "",
    };

    private static string Line(Usage usage) => $"`{Mrkdwn.Escape(usage.Line)}` {Speak(usage.Summary)}";

    private static int GroupOf(string word) => Array.FindIndex(Groups, group => group.Words.Contains(word)) is >= 0 and var found ? found : Groups.Length - 1;
}

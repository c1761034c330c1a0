using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary><c>/incident help</c> — what is likely wanted here; <c>help all</c> — all that is possible; <c>help sev</c> — that word alone.</summary>
internal sealed class Help : ISubcommand
{
    public Usage Usage => new("help", "[all|command]", Unspoken("Show what is possible here, or one command"), Where.Anywhere);

    private const string All = "all";

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var word = CommandLine.SplitFirst(line.Rest).First.ToLowerInvariant();
        if (word is "" or All)
            await AnswerAsync(await turn.FindIncidentAsync(line.Number, ct), word == All, turn, ct);
        else if (turn.Usages.FirstOrDefault(usage => !usage.Hidden && (usage.Word == word || usage.AlsoSpelled == word)) is { } one)
            turn.Answer(HelpReply.About(one, turn.Options), "helped");
        else
            turn.Refuse(Replies.UnknownWord(word, turn.Nearest(word)), "unknown word");
    }

    /// <summary>What others alone may do is not in the way of what one may.</summary>
    private static async Task AnswerAsync(Incident? here, bool all, Turn turn, CancellationToken ct)
    {
        var others = new List<Usage>();
        foreach (var usage in turn.Usages.Where(usage => !usage.Hidden && (here is not null || usage.Where == Where.Anywhere)))
        {
            if (!await turn.MayPerhapsAsync(usage.Word, here, ct))
                others.Add(usage);
        }
        IReadOnlyList<Usage> possible = [.. turn.Usages.Except(others)];
        var goesOn = here is null ? "" : (await turn.WhereItGoesOnAsync(here, ct)).Line;
        turn.Answer((all ? HelpReply.Of(possible, here, turn.Options, others) : HelpReply.First(possible, here)).Under(goesOn.Length == 0 ? "" : HelpReply.DecideThere(goesOn)), "helped");
    }
}

internal static class HelpReply
{
    /// <summary>With the first line and the last no more than twelve: one screen of a phone.</summary>
    private const int MostFirst = 10;

    /// <summary>Said above it where the incident was merged.</summary>
    /// <param name="goesOn">Where it goes on.</param>
    public static string DecideThere(string goesOn) => Speak($"{goesOn} Updates, tasks and decisions belong there; here you can read, and add to what happened.");

    /// <summary>What is likely wanted now, the likeliest first; each word in a few others.</summary>
    public static MessageContent First(IReadOnlyList<Usage> usages, Incident? here)
    {
        var title = here is null ? Speak("*What you can do here*") : Speak($"*What you can do in {Mrkdwn.Truncate(Title(here), 80)}*");
        var lines = Wanted(here).Distinct().Select(word => usages.FirstOrDefault(usage => usage.Word == word)).OfType<Usage>().Take(MostFirst)
            .Select(usage => $"`/incident {usage.Word}` {Speak(usage.Summary).Split(';')[0]}");
        var text = string.Join("\n", [title, .. lines, Speak("`/incident help all` shows every word, `/incident help sev` explains one.")]);
        var all = Speak("All words");
        return MessageContent.With(text, here is null ? Buttons.Run(all, "help all") : Buttons.Run(here, all, "help all"));
    }

    private static string[] Wanted(Incident? here) => here switch
    {
        null => ["declare", "list", "tasks", "followups", "digest", "subscribe", "teams", "cover", "drill", "retro"],
        { MergedInto: not null } => ["tasks", "followups", "catchup", "timeline", "note", "times", "edit", "review", "reopen", "export"],
        { IsOver: true } => ["review", "followups", "followup", .. here.Status.Phase == IncidentPhase.Resolved ? ["close"] : Array.Empty<string>(), "catchup", "timeline", "times", "edit", "reopen", "export"],
        _ =>
        [
            .. here.Commander is null ? ["take"] : Array.Empty<string>(),
            .. here.Severity.IsUnset ? ["sev"] : Array.Empty<string>(),
            .. here.AcknowledgedAt is null ? ["ack"] : Array.Empty<string>(),
            "update", "note", "task", "status", "catchup", "resolve", "why", "impact", "handover", "sev", "service",
        ],
    };

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

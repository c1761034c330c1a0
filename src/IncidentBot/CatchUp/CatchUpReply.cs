using System.Globalization;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.CatchUp;

/// <summary>How it stands, on one screen of a phone: at most twelve lines, always in the same order, each with a way to where it comes from.</summary>
internal static class CatchUpReply
{
    public static string SinceWhen => Speak("Say since when: `20m`, `14:05`, `since I left`, or `all`.");

    private const int LongestChange = 140;
    private const int LongestAffected = 300;
    private const int MostTasks = 3;

    public static MessageContent Of(Knowledge known)
    {
        var lines = Lines(known);
        return MessageContent.With(string.Join("\n", lines), [.. Controls(known)]);
    }

    /// <summary>The lines alone, for whoever says more around them.</summary>
    public static IReadOnlyList<string> Lines(Knowledge known)
    {
        var (incident, _, changed, tasks, deadEnds, _) = known;
        return
        [
            $"{(incident.IsOver ? "✅" : Sign(incident.Severity))} *{Linked(known, Mrkdwn.Truncate($"{Number(incident)} {incident.Title}", 150))}* · {Name(incident.Severity)} · {Name(incident.Status)}",
            $"{Linked(known, Speak("Command"))}: {(incident.Commander is { } commander ? Person(commander) : incident.IsOver ? Speak("nobody") : Speak("⚠️ nobody"))}{(TeamWords.Line(incident) is { Length: > 0 } affected ? $" · {Mrkdwn.Truncate(affected, LongestAffected)}" : "")}",
            .. incident.LastUpdate is { } update ? [$"{Linked(known, Speak("Last update"))} {Moment(update.At)}: {Mrkdwn.Truncate(Flat(update.Text), LongestChange)}"] : Array.Empty<string>(),
            Meanwhile(known),
            .. changed.Lines.Select(entry => $"• {When(entry)} {KindWords.Emoji(entry.Kind)} {Mrkdwn.Truncate(Flat(entry.Text), LongestChange)} {Mrkdwn.Link(entry.Permalink.Length > 0 ? entry.Permalink : known.Card, entry.Permalink.Length > 0 ? Speak("message") : Speak("card"))}"),
            .. tasks.Count > 0 ? [$"{Linked(known, incident.IsOver ? Speak("Open follow-ups") : Speak("Open tasks"))}: {Tasks(tasks)}"] : Array.Empty<string>(),
            .. deadEnds.Count > 0 ? [$"{Linked(known, Speak("Ruled out"))}: {DeadEndWords.Line(deadEnds)}"] : Array.Empty<string>(),
            .. known.UpdateDueAt is { } due ? [$"{Linked(known, Speak("Next update due"))}: {Moment(due)}"] : Array.Empty<string>(),
        ];
    }

    private static string Meanwhile(Knowledge known)
    {
        var count = known.Changed.Lines.Count + known.Changed.Others;
        var since = known.Since is { } at ? $"{Linked(known, Speak("Since"))} {Moment(at)}" : Linked(known, Speak("Since it was declared"));
        var more = known.Changed.Others > 0 ? Speak($", the {known.Changed.Lines.Count} that matter most") : "";
        return $"{since}: {(count == 0 ? Speak("nothing new") : Speak($"{count} new{more}"))}";
    }

    private static string Tasks(IReadOnlyList<IncidentTask> tasks)
    {
        var more = tasks.Count > MostTasks ? Speak($"; and {tasks.Count - MostTasks} more") : "";
        return string.Join("; ", tasks.Take(MostTasks).Select(task =>
            $"{string.Create(CultureInfo.InvariantCulture, $"`{task.Number}`")} {TaskWords.Short(task, 60)} ({(task.Owner is { } owner ? Person(owner) : Speak("nobody yet"))})")) + more;
    }

    private static IEnumerable<BlockElement> Controls(Knowledge known)
    {
        yield return Buttons.Run(known.Incident, Speak("Timeline"), "timeline");
        if (known.Tasks.Count > 0)
            yield return Buttons.Run(known.Incident, Speak("Tasks"), known.Incident.IsOver ? "followups" : "tasks");
    }

    /// <summary>Every line leads somewhere; what has no message of its own leads to the card, under which it was told.</summary>
    private static string Linked(Knowledge known, string words) => known.Card.Length == 0 ? Mrkdwn.Escape(words) : Mrkdwn.Link(known.Card, words);

    private static string When(TimelineEntry entry) => entry.Happened.Instant is { } instant ? Clock(instant) : Speak("sometime");

    private static string Clock(DateTimeOffset at) => Mrkdwn.Date(at, "{time}", at.ToUniversalTime().ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture));

    private static string Flat(string text) => PeoplesWords.OneLine(PeoplesWords.InAList(text));
}

using System.Globalization;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Updates;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.CatchUp;

/// <summary>
/// How it stands, on one screen of a phone: at most twelve lines, always in the same order, each with a way to where it comes from. How it
/// stands comes first and is never cut; what changed meanwhile gets the room that is left.
/// </summary>
internal static class CatchUpReply
{
    public static string SinceWhen => Speak("Say since when: `20m`, `14:05`, `since I left`, or `all`.");

    private const int MostLines = 12;
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
        string[] standing = [.. Standing(known)];
        var most = Math.Min(known.Changed.Lines.Count, MostLines - 1 - standing.Length);
        for (; ; most--)
        {
            string[] lines = [.. standing, .. Meanwhile(known, known.Changed.Within(most))];
            if (most == 0 || lines.Sum(line => line.Length + 1) <= BlockLimits.TextMax)
                return lines;
        }
    }

    private static IEnumerable<string> Standing(Knowledge known)
    {
        var (incident, _, _, tasks, deadEnds, _) = known;
        yield return $"{(incident.IsOver ? "✅" : Sign(incident.Severity))} *{Linked(known, Mrkdwn.Truncate($"{Number(incident)} {Named(incident, incident.Title)}", 150))}* · {Name(incident.Severity)} · {Name(incident.Status)}";
        if (known.GoesOn.Length > 0)
            yield return $"🔀 {known.GoesOn}";
        yield return $"{Linked(known, Speak("Command"))}: {(incident.Commander is { } commander ? Person(commander) : incident.IsOver ? Speak("nobody") : Speak("⚠️ nobody"))}{(TeamWords.Line(incident) is { Length: > 0 } affected ? $" · {Mrkdwn.Truncate(affected, LongestAffected)}" : "")}";
        if (incident.LastUpdate is { } update)
            yield return $"{(known.UpdatePost.Length > 0 ? Mrkdwn.Link(known.UpdatePost, Speak("Last update")) : Linked(known, Speak("Last update")))} {Moment(update.At)}{Corrected(update)}: {Mrkdwn.Truncate(Flat(update.Text), LongestChange)}";
        if (known.UpdateDueAt is { } due)
            yield return known.IsPast(due) ? $"⏰ {Linked(known, Speak("Next update"))}: {Overdue(due)}" : $"{Linked(known, Speak("Next update due"))}: {Moment(due)}";
        if (known.AcknowledgementMissedAt is { } missed)
            yield return $"⏰ {Linked(known, Speak("Acknowledgement"))}: {Overdue(missed)}";
        if (incident is { IsOver: true, Review: { IsOwed: true } review })
            yield return $"{(known.IsPast(review.DueAt) ? "⏰ " : "")}{Linked(known, Speak("Review"))}: {Person(review.Owner)}, {(known.IsPast(review.DueAt) ? Overdue(review.DueAt) : Speak($"due {Moment(review.DueAt)}"))}";
        if (tasks.Count > 0)
            yield return $"{Linked(known, Speak("Open tasks"))}: {Tasks(known, tasks)}";
        if (known.FollowUps.Count > 0)
            yield return $"{Linked(known, Speak("Open follow-ups"))}: {Tasks(known, known.FollowUps)}";
        if (deadEnds.Count > 0)
            yield return $"{Linked(known, Speak("Ruled out"))}: {DeadEndWords.Line(deadEnds)}";
    }

    private static string Corrected(StatusUpdate update) => update.CorrectedAt is { } at ? Speak($", corrected {Moment(at)}") : "";

    private static IEnumerable<string> Meanwhile(Knowledge known, WhatChanged changed)
    {
        var count = changed.Lines.Count + changed.Others;
        var since = known.Since is { } at ? $"{Linked(known, Speak("Since"))} {Moment(at)}" : Linked(known, Speak("Since it was declared"));
        var more = changed.Others > 0 && changed.Lines.Count > 0 ? Speak($", the {changed.Lines.Count} that matter most") : "";
        yield return $"{since}: {(count == 0 ? Speak("nothing new") : Speak($"{count} new{more}"))}";
        foreach (var entry in changed.Lines)
            yield return $"• {When(entry)} {KindWords.Emoji(entry.Kind)} {Mrkdwn.Truncate(Flat(entry.Text), LongestChange)} {Source(known, entry)}";
    }

    /// <summary>Its message; where the last update was posted, that post; else the card, under which it was told.</summary>
    private static string Source(Knowledge known, TimelineEntry entry) => (entry.Permalink, IsLastUpdate(known, entry)) switch
    {
        ({ Length: > 0 } link, _) => Mrkdwn.Link(link, Speak("message")),
        (_, true) when known.UpdatePost.Length > 0 => Mrkdwn.Link(known.UpdatePost, Speak("post")),
        _ => Mrkdwn.Link(known.Card, Speak("card")),
    };

    private static bool IsLastUpdate(Knowledge known, TimelineEntry entry) =>
        entry is { Kind: EntryKind.Communication, IsFact: true } && entry.Happened.Instant == known.Incident.LastUpdate?.At;

    /// <summary>What is overdue before the rest, each with the message it was made of.</summary>
    private static string Tasks(Knowledge known, IReadOnlyList<IncidentTask> tasks)
    {
        var more = tasks.Count > MostTasks ? Speak($"; and {tasks.Count - MostTasks} more") : "";
        return string.Join("; ", tasks.OrderBy(task => known.IsPast(task.DueAt) ? 0 : 1).ThenBy(task => task.Number).Take(MostTasks).Select(task =>
            $"{string.Create(CultureInfo.InvariantCulture, $"`{task.Number}`")} {TaskWords.Short(task, 60)} ({(task.Owner is { } owner ? Person(owner) : Speak("nobody yet"))}{(known.IsPast(task.DueAt) ? $", {Overdue(task.DueAt!.Value)}" : "")}){(task.Permalink.Length > 0 ? $" {Mrkdwn.Link(task.Permalink, Speak("message"))}" : "")}")) + more;
    }

    private static string Overdue(DateTimeOffset since) => Speak($"*overdue* since {Moment(since)}");

    private static IEnumerable<BlockElement> Controls(Knowledge known)
    {
        yield return Buttons.Run(known.Incident, Speak("Timeline"), "timeline");
        if (known.Tasks.Count > 0)
            yield return Buttons.Run(known.Incident, Speak("Tasks"), "tasks");
        if (known.FollowUps.Count > 0)
            yield return Buttons.Run(known.Incident, Speak("Follow-ups"), "followups");
    }

    /// <summary>Every line leads somewhere; what has no message of its own leads to the card, under which it was told.</summary>
    private static string Linked(Knowledge known, string words) => known.Card.Length == 0 ? Mrkdwn.Escape(words) : Mrkdwn.Link(known.Card, words);

    private static string When(TimelineEntry entry) => entry.Happened.Instant is { } instant ? Clock(instant) : Speak("sometime");

    private static string Clock(DateTimeOffset at) => Mrkdwn.Date(at, "{time}", at.ToUniversalTime().ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture));

    private static string Flat(string text) => PeoplesWords.OneLine(PeoplesWords.InAList(text));
}

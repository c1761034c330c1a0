using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What people are asked and told when words go for ever.</summary>
internal static class RedactReplies
{
    /// <summary>Said before, and never with the words themselves afterwards.</summary>
    public static MessageContent Confirm(Incident incident, TimelineEntry entry, string reason)
    {
        var text = $"{TimelineWords.Line(entry)}\n*These words will be gone for ever*, here and in every earlier version. It stays visible that you removed them, and why: {Mrkdwn.Truncate(reason, Redaction.LongestReason)}";
        return MessageContent.With(
            text,
            Buttons.Run(
                incident,
                string.Create(CultureInfo.InvariantCulture, $"Redact entry {entry.Number}"),
                string.Create(CultureInfo.InvariantCulture, $"erase {entry.Number} {entry.Version} {Mrkdwn.Truncate(reason, Redaction.LongestReason)}"),
                ButtonStyle.Danger));
    }

    public static MessageContent Done(TimelineEntry before)
    {
        var inSlack = (before.Permalink.Length > 0 && !before.State.HasFlag(EntryState.SourceDeleted))
            ? $"The {Mrkdwn.Link(before.Permalink, "message")} itself is still in Slack: have it deleted there too."
            : "What I posted of it lately goes too.";
        return MessageContent.Plain(string.Create(CultureInfo.InvariantCulture, $"The words of entry {before.Number} are gone. {inSlack} Exports and backups made before still have them."));
    }

    /// <summary>Everybody sees that something was taken away, by whom and why.</summary>
    public static MessageContent InThread(EntryRevision redaction) => MessageContent.Plain(string.Create(
        CultureInfo.InvariantCulture, $"⬛ The words of entry {redaction.After.Number} were redacted (by {IncidentWords.Person(redaction.By)}{EntryReplies.Why(redaction.Why)})"));

    public static Question WhichReason(TimelineEntry entry) => new(
        string.Create(CultureInfo.InvariantCulture, $"Redact entry {entry.Number}"),
        "Why must its words go?",
        "The reason stays in the history; do not repeat the words in it.",
        Multiline: false);
}

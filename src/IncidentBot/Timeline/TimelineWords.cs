using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>Timeline lines as people read them.</summary>
internal static class TimelineWords
{
    private const int LongestText = 200;

    public static string When(TimelineEntry entry) => entry.Happened.Instant is { } instant ? IncidentWords.Moment(instant) : Speak("sometime");

    /// <summary>One line, its number first; what was deleted in Slack or redacted says only that.</summary>
    /// <param name="entry">The entry as it stands.</param>
    /// <param name="changed">What changed its words since it was recorded.</param>
    /// <param name="home">The incident's own channel; a message of another one says which.</param>
    public static string Line(TimelineEntry entry, WordsChange? changed = null, ChannelId? home = null)
    {
        var isUnsaid = entry.IsFact && entry.RecordedBy == UserId.Unsaid;
        var who = entry.AuthorName.Length > 0 ? Mrkdwn.Escape(entry.AuthorName) : IncidentWords.Person(entry.Author ?? entry.RecordedBy);
        var isGone = entry.State.HasFlag(EntryState.SourceDeleted);
        var text = (entry.State.HasFlag(EntryState.Redacted), isGone) switch
        {
            (true, _) => Speak("_redacted_"),
            (_, true) => Speak($"_the message was deleted in Slack; `/incident history {entry.Number}` has what it said_"),
            _ => Mrkdwn.Truncate(PeoplesWords.InAList(entry.Text), LongestText),
        };
        var mark = isGone || entry.State.HasFlag(EntryState.Redacted) ? "" : Mark(changed);
        var link = entry.Permalink.Length > 0 && !isGone ? $" {Mrkdwn.Link(entry.Permalink, Speak("message"))}{(home is not null && entry.Source is { } source && source.Channel != home ? Speak($" in {Mrkdwn.Channel(source.Channel.Value)}") : "")}" : "";
        var adder = HeldBy(entry);
        var by = entry.AuthorName.Length > 0 || (entry.Author is { } author && author != adder) ? Speak($", added by {IncidentWords.Person(adder)}") : "";
        var names = isUnsaid ? Speak(" (Slack does not say by whom)")
            : text.Contains(who, StringComparison.Ordinal) && by.Length == 0 ? "" : $" ({who}{by})";
        var number = string.Create(CultureInfo.InvariantCulture, $"`{entry.Number}`");
        return $"{number} {When(entry)} {KindWords.Emoji(entry.Kind)} *{Speak(KindWords.Word(entry.Kind))}* {text}{mark}{FileWords.Of(entry.Files, text)}{names}{link}";
    }

    /// <summary>Whoever added it, or, where they took that back, the first of those who hold it since.</summary>
    private static UserId HeldBy(TimelineEntry entry) =>
        entry.Capturers.IsNobody || entry.Capturers.People.Contains(entry.RecordedBy) ? entry.RecordedBy : entry.Capturers.People[0];

    /// <summary>Whose the words are now: whoever reads the line should not take them for the first ones.</summary>
    private static string Mark(WordsChange? changed) => changed switch
    {
        { Change: EntryChange.Reworded, By: var by } => Speak($" (corrected by {IncidentWords.Person(by)})"),
        { Change: EntryChange.MessageEdited } => Speak(" (edited)"),
        _ => "",
    };
}

using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What people are asked and told when words go for ever.</summary>
internal static class RedactReplies
{
    /// <summary>Said before, and never with the words themselves afterwards.</summary>
    public static MessageContent Confirm(Incident incident, TimelineEntry entry, AlsoStands also, string reason)
    {
        var text = Speak($"{TimelineWords.Line(entry)}\n*These words will be gone for ever*, here and in every earlier version. It stays visible that you removed them, and why: {Mrkdwn.Truncate(reason, Redaction.LongestReason)}{Going(also) + Elsewhere(also)}");
        return MessageContent.With(
            text,
            Buttons.Run(
                incident,
                Speak($"Redact entry {entry.Number}"),
                string.Create(CultureInfo.InvariantCulture, $"erase {entry.Number} {entry.Version} {Mrkdwn.Truncate(reason, Redaction.LongestReason)}"),
                ButtonStyle.Danger));
    }

    public static MessageContent SayOtherwise(Incident incident, TimelineEntry entry) => MessageContent.With(
        Refusals.Sentence(new ReasonRepeatsWords(entry.Number)), Buttons.Run(incident, Speak("Say it otherwise"), string.Create(CultureInfo.InvariantCulture, $"redact {entry.Number}")));

    public static MessageContent Done(TimelineEntry before, AlsoStands also) => MessageContent.Plain(Speak($"The words of entry {before.Number} are gone from the timeline. What I posted of them in channels goes now; you hear from me if Slack does not let me.{Gone(also) + Elsewhere(also)}\nStill there: {InSlack(before)}what I showed single people or wrote to them directly, and exports and backups made before."));

    /// <summary>Everybody sees that something was taken away, by whom and why.</summary>
    public static MessageContent InThread(EntryRevision redaction, IReadOnlyList<int> with) => MessageContent.Plain(with.Count > 0
        ? Speak($"⬛ The words of entries {Entries(with.Prepend(redaction.After.Number))} were redacted (by {IncidentWords.Person(redaction.By)}{EntryReplies.Why(redaction.Why)})")
        : Speak($"⬛ The words of entry {redaction.After.Number} were redacted (by {IncidentWords.Person(redaction.By)}{EntryReplies.Why(redaction.Why)})"));

    /// <summary>What could not be taken back, and where it is.</summary>
    public static MessageContent StillInSlack(PostNotTakenBack fact, string workspaceUrl)
    {
        var thread = fact.ThreadTs is { } ts && workspaceUrl.Length > 0 ? Speak($", in {Mrkdwn.Link(Permalink.For(workspaceUrl, fact.Channel, ts), Speak("this thread"))}") : "";
        return MessageContent.Plain(Speak($":warning: What I posted of the entry you redacted is *still in Slack*: in {Mrkdwn.Channel(fact.Channel)}{thread}, at about {IncidentWords.Moment(fact.PostedAt)}. {Why(fact.Error)} Somebody who may delete messages there can remove it."));
    }

    public static Question WhichReason(TimelineEntry entry) => new(
        Speak($"Redact entry {entry.Number}"),
        Speak("Why must its words go?"),
        Speak("The reason stays in the history; do not repeat the words in it."),
        Multiline: false);

    /// <summary>The message people wrote is theirs: we cannot delete it.</summary>
    private static string InSlack(TimelineEntry before) => before switch
    {
        _ when before.State.HasFlag(EntryState.SourceDeleted) || before.IsFact => "",
        { Permalink.Length: > 0 } => Speak($"the {Mrkdwn.Link(before.Permalink, Speak("message"))} itself, have it deleted in Slack too; "),
        _ => Speak("the message they were written in, if they were: delete it in Slack too; "),
    };

    /// <summary>The lines about one task.</summary>
    private static string Going(AlsoStands also) => also.With.Count switch
    {
        0 => "",
        1 => Speak($"\nEntry {also.With[0]} is about the same task: its words go too."),
        _ => Speak($"\nEntries {Entries(also.With)} are about the same task: their words go too."),
    };

    private static string Gone(AlsoStands also) => also.With.Count switch
    {
        0 => "",
        1 => Speak($"\nSo are those of entry {also.With[0]}, which is about the same task."),
        _ => Speak($"\nSo are those of entries {Entries(also.With)}, which are about the same task."),
    };

    private static string Entries(IEnumerable<int> numbers) => string.Join(", ", numbers);

    private static string Elsewhere(AlsoStands also)
    {
        var here = also.Here.Count == 0 ? ""
            : Speak($"\n:warning: The same words also stand here in {(also.Here.Count == 1 ? Speak("entry") : Speak("entries"))} {string.Join(", ", also.Here)}, and stay there until {(also.Here.Count == 1 ? Speak("that is") : Speak("those are"))} redacted too.");
        if (also.Known.Count + also.Others == 0)
            return here;
        List<string> places = [.. also.Known.Select(each => Speak($"{IncidentWords.Place(each.Incident)} as entry {each.Entry}"))];
        if (also.Others > 0)
            places.Add(also.Others == 1 ? Speak("1 other incident") : Speak($"{also.Others} other incidents"));
        var list = places.Count == 1 ? places[0] : Speak($"{string.Join(", ", places.SkipLast(1))} and {places[^1]}");
        return Speak($"{here}\n:warning: The same words also stand on the timeline of {list}, and stay there until they are redacted there too.");
    }

    private static string Why(string error) => error switch
    {
        "is_archived" => Speak("The channel is archived, so I cannot change it."),
        "not_in_channel" or "channel_not_found" => Speak("I am not in that channel any more, or it is gone."),
        "too_many_messages" => Speak("There is too much around it for me to find it."),
        Replies.Unreachable => Speak("Slack did not answer for a long while."),
        _ => Speak($"Slack refused to change it (`{Mrkdwn.Escape(error)}`)."),
    };
}

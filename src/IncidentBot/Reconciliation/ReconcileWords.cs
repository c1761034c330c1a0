using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Reconciliation;

/// <summary>What people read of a comparison.</summary>
internal static class ReconcileWords
{
    private const int MostUnheard = 5;

    /// <summary>Everybody sees it, once: the timeline has changed without anybody having done something just now.</summary>
    /// <param name="incident">The incident as it is now.</param>
    /// <param name="awayFrom">From when on the bot was away; null where it does not know of an absence.</param>
    /// <param name="awayUntil">Until when.</param>
    /// <param name="repaired">What was put right.</param>
    /// <param name="notLookedAt">What is older than that was not looked at; null when everything was.</param>
    public static MessageContent InChannel(Incident incident, DateTimeOffset? awayFrom, DateTimeOffset? awayUntil, Repaired repaired, DateTimeOffset? notLookedAt)
    {
        var when = awayFrom is { } from && awayUntil is { } until ? Speak($"While I was away {Span(from, until)}") : Speak("Some of what happened here had not reached me");
        var text = $"{when}: {Counts(incident, repaired)}.{Unheard(repaired.Unheard)}{NotLookedAt(notLookedAt)}";
        return repaired.Decided.Count == 0 ? MessageContent.Plain(text) : MessageContent.With(text, Buttons.Run(incident, Speak("Show the timeline"), "timeline"));
    }

    public static MessageContent ToAsker(Incident incident, bool couldRead, Repaired repaired, DateTimeOffset? notLookedAt) => MessageContent.Plain(repaired switch
    {
        _ when !couldRead => Speak($"I cannot read {IncidentWords.Place(incident)}. If it is still there, type `/invite` and my name there; then ask again."),
        _ when repaired.IsNothing => Speak($"I compared this channel with the timeline: nothing was missing.{NotLookedAt(notLookedAt)}"),
        _ => Speak($"I compared this channel with the timeline: {Counts(incident, repaired)}.{Unheard(repaired.Unheard)}{NotLookedAt(notLookedAt)}"),
    });

    public static MessageContent NotRead(string error) => MessageContent.Plain(
        Speak($"I could not compare the channel with the timeline: Slack said `{error}`. Nothing was changed. It is tried again by itself."));

    private static string NotLookedAt(DateTimeOffset? older) => older is { } at
        ? Speak($" Older than {IncidentWords.Moment(at)} I did not look yet; I go on by myself, or at once with `/incident reconcile`.")
        : "";

    /// <summary>Whoever put them there is told as well; of many only the first are named.</summary>
    private static string Unheard(IReadOnlyList<UnheardEmoji> all)
    {
        var named = string.Concat(all.Take(MostUnheard).Select(each =>
            Speak($" {each.Emoji.Means} by {IncidentWords.Person(each.Emoji.By)} on the card did not reach me: press it again, or {CardEmojiReplies.Typed(each.Line)}.")));
        return all.Count <= MostUnheard ? named : Speak($"{named} So it was with {all.Count - MostUnheard} more.");
    }

    private static string Counts(Incident incident, Repaired repaired) => repaired.IsNothing ? Speak("nothing was missed so far") : string.Join(
        ", ",
        new[]
        {
            Count(repaired.Added, Speak("1 capture added"), count => Speak($"{count} captures added")),
            repaired is { Withdrawn: > 0, Added: > 0 } ? Speak($"{repaired.Withdrawn} withdrawn") : Count(repaired.Withdrawn, Speak("1 capture withdrawn"), count => Speak($"{count} captures withdrawn")),
            Count(repaired.Edited, Speak("1 edit followed"), count => Speak($"{count} edits followed")),
            Count(repaired.Deleted, Speak("1 deletion noted"), count => Speak($"{count} deletions noted")),
            repaired.Unread == 0 ? "" : Speak($"{repaired.Unread} could not be read"),
        }
        .Concat(repaired.Channel.Select(Learned))
        .Concat(repaired.Decided.Select(matter => Now(incident, matter)))
        .Append(Count(repaired.Unheard.Count, Speak("1 emoji on the card not carried out"), count => Speak($"{count} emoji on the card not carried out")))
        .Where(words => words.Length > 0));

    private static string Learned(ChannelChange change) => change switch
    {
        ChannelChange.Renamed => Speak("the channel's new name noted"),
        ChannelChange.Archived => Speak("noted that the channel is archived"),
        ChannelChange.Unarchived => Speak("noted that the channel is not archived any more"),
        _ => Speak("noted that the channel is private now"),
    };

    private static string Now(Incident incident, Matter matter) => matter switch
    {
        Matter.Severity => Speak($"severity is now {IncidentWords.Signed(incident.Severity)}"),
        Matter.Status => Speak($"status is now {LifecycleWords.InASentence(incident.Status)}"),
        Matter.Command => Speak($"{IncidentWords.PersonOrNobody(incident.Commander)} commands now"),
        _ => Speak($"acknowledged by {IncidentWords.PersonOrNobody(incident.AcknowledgedBy)}"),
    };

    private static string Count(int count, string one, Func<int, string> several) => count switch { 0 => "", 1 => one, _ => several(count) };

    /// <summary>In each reader's own zone, with the day where it is not the same.</summary>
    private static string Span(DateTimeOffset from, DateTimeOffset until)
    {
        if (until - from >= TimeSpan.FromHours(12))
            return $"{IncidentWords.Moment(from)} – {IncidentWords.Moment(until)}";
        return from.UtcTicks / TimeSpan.TicksPerMinute == until.UtcTicks / TimeSpan.TicksPerMinute
            ? Speak($"at {Clock(until, "HH:mm 'UTC'")}")
            : $"{Clock(from, "HH:mm")}–{Clock(until, "HH:mm 'UTC'")}";
    }

    private static string Clock(DateTimeOffset at, string inUtc) =>
        Mrkdwn.Date(at, "{time}", at.ToUniversalTime().ToString(inUtc, CultureInfo.InvariantCulture));
}

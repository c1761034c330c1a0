using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

internal static class CaptureReplies
{
    /// <summary>It was captured again, and somebody hid it before.</summary>
    public static MessageContent IsHidden(int entry, UserId? by)
    {
        var number = entry.ToString(CultureInfo.InvariantCulture);
        return MessageContent.Plain(Speak($"That message is kept as entry {number}, but you will not see it on the timeline: {(by is { } who ? Speak($"{IncidentWords.Person(who)} hid it") : Speak("it is hidden"))}. `/incident edit {number} show` shows it again."));
    }

    public static MessageContent TheCardKeepsItself => MessageContent.Plain(
        Speak("The card keeps itself: whatever changes on it is on the timeline already, so nothing was added. That emoji is for what people say here."));

    /// <summary>The incident was private when it was merged, and the one it goes on as is not: nobody's words are carried out of a private channel by an emoji.</summary>
    public static MessageContent StaysPrivate(Incident here, Incident there) => MessageContent.Plain(
        Speak($"That message is on no timeline: {IncidentWords.Number(here)} is private and goes on as {IncidentWords.Number(there)}, which everybody may read. What may be known there, write there in your own words: {IncidentWords.Command(there, "note …")}."));

    public static MessageContent IsOurs => MessageContent.Plain(
        Speak("That is my own message: what it tells is on the timeline already, so nothing was added. `/incident timeline` shows it."));

    /// <param name="reason">Slack's error code, or ours.</param>
    /// <param name="reference">By which log and ledger have it.</param>
    public static MessageContent NotRead(string reason, string reference) => reason == CaptureRead.Ours ? IsOurs : MessageContent.Plain(
        Speak($"That message is *not* on the timeline: {(reason == CaptureRead.Gone ? Speak("it was deleted, or I cannot see it") : Speak($"I could not read it (`{reason}`)"))}. Nothing else was put there in its place. Use `/incident note` to write down what it says; `{reference}` is its reference in the log."));
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What people are told of an emoji on the card that came late or not at all.</summary>
internal static class CardEmojiReplies
{
    /// <summary>What reached us late, what was decided since, and the way to do it all the same.</summary>
    public static MessageContent Overtaken(Incident incident, Capture emoji, CommandLine line, Matter matter, LastWord since)
    {
        var who = since.By == emoji.By ? Speak("you") : IncidentWords.Person(since.By);
        var text = Speak($"Your {emoji.Means} of {IncidentWords.Moment(emoji.At)} reached me only now. Meanwhile ({IncidentWords.Moment(since.At)}) {Decided(incident, matter, who)}, and I left that as it is.");
        return MessageContent.With(text, Buttons.Run(incident, Speak("Do it now all the same"), line.ToString()));
    }

    /// <summary>It is on the card and nobody told us, so when it was put there is not known and it was not carried out.</summary>
    public static MessageContent Unheard(Incident incident, Capture emoji, CommandLine line) => MessageContent.With(
        Speak($"Your {emoji.Means} on the card did not reach me, so nothing was done. Press it again, or {Typed(line)}."),
        Buttons.Run(incident, Speak("Do it now"), line.ToString()));

    /// <summary>A command as people type it.</summary>
    public static string Typed(CommandLine line) => $"`/incident {Mrkdwn.Escape(line.ToString())}`";

    private static string Decided(Incident incident, Matter matter, string who) => matter switch
    {
        Matter.Severity => Speak($"{who} set the severity: {IncidentWords.Name(incident.Severity)}"),
        Matter.Status => Speak($"{who} set the status: {LifecycleWords.InASentence(incident.Status)}"),
        Matter.Command => Speak($"{who} settled who commands: {IncidentWords.PersonOrNobody(incident.Commander)}"),
        _ when incident.AcknowledgedBy is null => Speak($"{who} took the acknowledgement back"),
        _ => Speak($"{who} acknowledged it"),
    };
}

using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Channels;

/// <summary>What the person is told who can do something about what became of the channel.</summary>
internal static class ChannelReplies
{
    /// <summary>Null where nobody has to do anything. Nobody can be invited into an archived channel; that is said when it is unarchived.</summary>
    public static MessageContent? Of(ChannelEvent happened, Incident after) => happened switch
    {
        ChannelArchived => Archived(happened, after),
        BotRemoved when !after.Standing.IsArchived => Removed(after),
        ChannelUnarchived when after.Standing.IsBotOutside => Removed(after),
        ChannelOutOfSight => OutOfSight(after),
        ChannelGone => Gone(happened, after),
        _ => null,
    };

    private static MessageContent Removed(Incident incident) => MessageContent.Plain(
        Speak($"I was removed from {Place(incident)}, so nothing said there reaches its timeline. Please bring me back: type `/invite` and my name there. Until then {Command(incident, "note …")} works anywhere."));

    /// <summary>Both ways out are named: nobody but a person can tell which it is.</summary>
    private static MessageContent OutOfSight(Incident incident) => MessageContent.Plain(
        Speak($"I cannot see {Place(incident)} any more: it was deleted, or made private without me. If it is still there, please bring me back: type `/invite` and my name there. Until then {Command(incident, "note …")} works anywhere."));

    private static MessageContent Archived(ChannelEvent happened, Incident incident) => MessageContent.Plain(
        Speak($"{EventWords.Of(happened)} of {Title(incident)}, which is still open. If it goes on, unarchive {Place(incident)}; if it is over, {Command(incident, "resolve")}. Until then {Command(incident, "note …")} works anywhere."));

    private static MessageContent Gone(ChannelEvent happened, Incident incident)
    {
        var text = Speak($"{Mrkdwn.Truncate(EventWords.Of(happened), LongestQuote)}. {Title(incident)} is still open and its timeline is safe, but it has no channel. If it goes on, make a new one; if it is over, {Command(incident, "resolve")}. Until then {Command(incident, "note …")} works anywhere.");
        return MessageContent.With(text, Buttons.Run(incident, Speak("Make a new channel"), "channel", ButtonStyle.Primary));
    }
}

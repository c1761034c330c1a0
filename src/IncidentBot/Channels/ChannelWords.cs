using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Channels;

/// <summary>What became of the channel, as lines of the timeline.</summary>
internal static class ChannelWords
{
    public const string BotRemoved = "IncidentBot was removed from the channel; nothing said there is captured until it is back";
    public const string OutOfSight = "Slack shows IncidentBot no such channel any more; nothing said there is captured until it is back";
    public const string BotBack = "IncidentBot is back in the channel";
    public const string MadePrivate = "The channel was made private, and the incident with it";

    public static string Archived(UserId? by) => by is { } someone ? $"{Person(someone)} archived the channel" : "The channel was archived";

    public static string Unarchived(UserId? by) => by is { } someone ? $"{Person(someone)} unarchived the channel" : "The channel was unarchived";

    public static string Renamed(string from, string to) => $"The channel was renamed from #{Mrkdwn.Escape(from)} to #{Mrkdwn.Escape(to)}";

    public static string Deleted(string name) => name.Length > 0 ? $"The channel #{Mrkdwn.Escape(name)} was deleted" : "The channel was deleted";
}

/// <summary>What the person is told who can do something about it.</summary>
internal static class ChannelReplies
{
    public static MessageContent BotRemoved(Incident incident) => MessageContent.Plain(
        $"I was removed from {Place(incident)}, so nothing said there reaches its timeline. Please bring me back: type `/invite` and my name there. Until then {Command(incident, "note …")} works anywhere.");

    /// <summary>Both ways out are named: nobody but a person can tell which it is.</summary>
    public static MessageContent OutOfSight(Incident incident) => MessageContent.Plain(
        $"I cannot see {Place(incident)} any more: it was deleted, or made private without me. If it is still there, please bring me back: type `/invite` and my name there. Until then {Command(incident, "note …")} works anywhere.");

    public static MessageContent Archived(Incident incident, UserId? by) => MessageContent.Plain(
        $"{ChannelWords.Archived(by)} of {Title(incident)}, which is still open. If it goes on, unarchive {Place(incident)}; if it is over, {Command(incident, "resolve")}. Until then {Command(incident, "note …")} works anywhere.");

    public static MessageContent Deleted(Incident incident)
    {
        var text = $"{ChannelWords.Deleted(incident.ChannelName)}. {Title(incident)} is still open and its timeline is safe, but it has no channel.";
        return MessageContent.With(text, Buttons.Run(incident, "Make a new channel", "channel", ButtonStyle.Primary));
    }
}

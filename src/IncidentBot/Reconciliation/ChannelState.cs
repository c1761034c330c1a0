using IncidentBot.Channels;
using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;

namespace IncidentBot.Reconciliation;

/// <summary>What was seen of the channel itself, as words on it.</summary>
internal static class ChannelState
{
    /// <summary>Whether the bot was outside and is in it again.</summary>
    public static bool IsBack(Incident incident, ChannelReading seen) =>
        incident.Standing.IsBotOutside && seen.Channel is { IsArchived: false, IsMember: true } && !(incident.Standing.OutsideSaidAt > seen.AskedAt);

    public static Incident Learn(Incident incident, ChannelReading seen, Turn turn)
    {
        var at = seen.AskedAt;
        if (seen.Channel is not { } channel)
            return incident.Standing.IsBotOutside ? incident : ChannelNews.Hear(incident, BotPresence.OutOfSight(incident, new UserId(turn.Workspace.BotUserId), at), turn);
        if (channel.Name.Length > 0 && channel.Name != incident.ChannelName)
            incident = ChannelNews.Hear(incident, IncidentChannel.Renamed(incident, channel.Name, UserId.Unsaid, at), turn);
        if (channel.IsPrivate)
            incident = ChannelNews.Hear(incident, IncidentChannel.MadePrivate(incident, UserId.Unsaid, at), turn);
        return Stand(incident, channel, at, turn);
    }

    /// <summary>
    /// What is known already is left as it is: since when it is so counts. Only that it is open is confirmed, against older news
    /// that come late. Of an archived channel it does not show whether the bot is in it (Slack docs: conversations.archive).
    /// </summary>
    private static Incident Stand(Incident incident, ChannelSeen channel, DateTimeOffset at, Turn turn)
    {
        if (channel.IsArchived)
            return incident.Standing.IsArchived ? incident : ChannelNews.Hear(incident, ChannelArchiving.Archived(incident, UserId.Unsaid, at), turn);
        incident = ChannelNews.Hear(incident, ChannelArchiving.Unarchived(incident, UserId.Unsaid, at), turn);
        if (channel.IsMember)
            return ChannelNews.Hear(incident, BotPresence.BroughtBack(incident, UserId.Unsaid, at), turn);
        return incident.Standing.IsBotOutside ? incident : ChannelNews.Hear(incident, BotPresence.Removed(incident, UserId.Unsaid, at), turn);
    }

    /// <summary>What was learned of the channel by looking.</summary>
    public static IEnumerable<ChannelChange> Changes(Incident before, Incident after)
    {
        if (before.ChannelName.Length > 0 && before.ChannelName != after.ChannelName)
            yield return ChannelChange.Renamed;
        if (before.Standing.IsArchived != after.Standing.IsArchived)
            yield return after.Standing.IsArchived ? ChannelChange.Archived : ChannelChange.Unarchived;
        if (before.IsPrivate != after.IsPrivate)
            yield return ChannelChange.MadePrivate;
    }
}

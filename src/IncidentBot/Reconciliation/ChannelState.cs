using IncidentBot.Channels;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;

namespace IncidentBot.Reconciliation;

/// <summary>What was seen of the channel itself, as news of it.</summary>
internal static class ChannelState
{
    /// <summary>Whether the bot was outside and is in it again.</summary>
    public static bool IsBack(Incident incident, ChannelReading seen) =>
        incident.Standing == ChannelStanding.BotOutside && seen.Channel is { IsArchived: false, IsMember: true } && !(incident.StandingAt > seen.AskedAt);

    public static Incident Learn(Incident incident, ChannelReading seen, Turn turn)
    {
        if (seen.Channel is not { } channel)
            return incident.Standing == ChannelStanding.Open ? ChannelNews.OutOfSight(incident, seen.AskedAt, turn) : incident;
        if (channel.Name.Length > 0 && channel.Name != incident.ChannelName)
            incident = ChannelNews.Renamed(incident, channel.Name, null, seen.AskedAt, turn);
        if (channel.IsPrivate)
            incident = ChannelNews.MadePrivate(incident, null, turn);
        return Stand(incident, channel, seen.AskedAt, turn);
    }

    /// <summary>What is known already is left as it is: since when it is so counts. Only that it is open is confirmed, against older news that come late.</summary>
    private static Incident Stand(Incident incident, ChannelSeen channel, DateTimeOffset at, Turn turn) => (channel, incident.Standing) switch
    {
        ({ IsArchived: true }, not ChannelStanding.Archived) => ChannelNews.Archived(incident, null, at, turn),
        ({ IsArchived: true }, _) => incident,
        ({ IsMember: false }, not ChannelStanding.BotOutside) => ChannelNews.BotRemoved(incident, null, at, turn),
        ({ IsMember: false }, _) => incident,
        _ => ChannelNews.Reopened(incident, null, at, turn),
    };
}

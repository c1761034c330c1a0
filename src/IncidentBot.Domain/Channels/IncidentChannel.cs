using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Channels;

/// <summary>Which channel an incident has, what it is called and who may know of it.</summary>
public static class IncidentChannel
{
    /// <summary>Slack made it. What became of another one before says nothing about it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="name">What it is called.</param>
    /// <returns>The incident, no version on: where it is run is nobody's doing.</returns>
    public static Incident Made(Incident incident, ChannelId channel, string name) =>
        incident with
        {
            Channel = channel,
            ChannelName = name,
            NamedAt = null,
            Standing = ChannelStanding.Fresh,
            Card = null,
            LastUpdate = incident.LastUpdate is { } update ? update with { PostTs = null } : null,
            UpdatesToCorrect = [],
        };

    /// <summary>Slack calls it by another id; the card in it follows.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">The new id.</param>
    /// <returns>The incident, no version on: people see no difference.</returns>
    public static Incident Moved(Incident incident, ChannelId to) =>
        incident with { Channel = to, Card = incident.Card is { } card ? card with { Channel = to } : null };

    /// <summary>It was told of elsewhere. The newest <see cref="Incident.MostElsewhere"/> are remembered.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="post">Where that stands.</param>
    /// <returns>The incident, no version on: nobody decided anything by that.</returns>
    public static Incident ToldElsewhere(Incident incident, MessageRef post)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident with { SaidElsewhere = [.. incident.SaidElsewhere.Where(other => other != post).TakeLast(Incident.MostElsewhere - 1), post] };
    }

    /// <summary>It has another name. The first name heard of it is no news.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="name">The name.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord Renamed(Incident incident, string name, UserId by, DateTimeOffset at) => ChannelWord.Hear(
        incident.ChannelName == name || incident.ChannelName.Length == 0,
        incident.NamedAt,
        incident with { ChannelName = name, NamedAt = at },
        new ChannelRenamed(incident.ChannelName, name, by, at));

    /// <summary>From now on only those in the channel may know of the incident. There is no way back.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord MadePrivate(Incident incident, UserId by, DateTimeOffset at) =>
        ChannelWord.Hear(incident.IsPrivate, null, incident with { IsPrivate = true }, new ChannelMadePrivate(by, at));

    /// <summary>It was deleted. The incident goes on without a channel, and can be given another one.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord Deleted(Incident incident, UserId by, DateTimeOffset at) => ChannelWord.Hear(
        isKnown: false,
        last: null,
        incident with { Channel = null, Card = null, ChannelName = "", NamedAt = null, Standing = ChannelStanding.Fresh },
        new ChannelGone(incident.ChannelName, by, at));
}

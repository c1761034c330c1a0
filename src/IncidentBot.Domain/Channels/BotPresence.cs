using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Channels;

/// <summary>The bot goes out of an incident's channel and comes back. Whether the channel is archived is another fact.</summary>
public static class BotPresence
{
    /// <summary>Somebody removed the bot.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord Removed(Incident incident, UserId by, DateTimeOffset at) => Outside(incident, new BotRemoved(by, at));

    /// <summary>Slack shows the bot no such channel.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">The bot, who found it.</param>
    /// <param name="at">When it looked.</param>
    public static ChannelWord OutOfSight(Incident incident, UserId by, DateTimeOffset at) => Outside(incident, new ChannelOutOfSight(by, at));

    /// <summary>Somebody brought the bot back.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord BroughtBack(Incident incident, UserId by, DateTimeOffset at) => ChannelWord.Hear(
        !incident.Standing.IsBotOutside, incident.Standing.OutsideSaidAt, With(incident, false, at), new BotBroughtBack(incident.Standing.OutsideSaidAt, by, at));

    private static ChannelWord Outside(Incident incident, ChannelEvent happened) =>
        ChannelWord.Hear(incident.Standing.IsBotOutside, incident.Standing.OutsideSaidAt, With(incident, true, happened.At), happened);

    private static Incident With(Incident incident, bool isOutside, DateTimeOffset at) =>
        incident with { Standing = incident.Standing with { IsBotOutside = isOutside, OutsideSaidAt = at } };
}

using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Channels;

/// <summary>An incident's channel is archived and unarchived. Whether the bot is in it is another fact.</summary>
public static class ChannelArchiving
{
    /// <summary>Somebody archived it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord Archived(Incident incident, UserId by, DateTimeOffset at) =>
        ChannelWord.Hear(incident.Standing.IsArchived, incident.Standing.ArchivedSaidAt, With(incident, true, at), new ChannelArchived(by, at));

    /// <summary>Somebody unarchived it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When, by Slack's clock.</param>
    public static ChannelWord Unarchived(Incident incident, UserId by, DateTimeOffset at) =>
        ChannelWord.Hear(!incident.Standing.IsArchived, incident.Standing.ArchivedSaidAt, With(incident, false, at), new ChannelUnarchived(by, at));

    private static Incident With(Incident incident, bool isArchived, DateTimeOffset at) =>
        incident with { Standing = incident.Standing with { IsArchived = isArchived, ArchivedSaidAt = at } };
}

using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>What comes next in asking a group for a commander. Nothing does while somebody commands or an offer is open, and nobody is told of a private incident.</summary>
public static class AskingAGroup
{
    /// <summary>
    /// Asking begins only while nobody has commanded for less than this. An incident that has gone on without a commander for longer was
    /// left so by its people, before a group was configured, or while the bot was away: then its channel is told, and nobody is woken.
    /// </summary>
    public static readonly TimeSpan BeginsWithin = TimeSpan.FromHours(1);

    /// <summary>Whether something is to be done now.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="group">The group that is asked, if any.</param>
    /// <param name="now">The present.</param>
    public static bool IsDue(Incident incident, string? group, DateTimeOffset now) =>
        incident is { IsOver: false, IsPrivate: false, IsRetroactive: false, Commander: null, Offer: null, Channel: not null }
        && incident.Search switch
        {
            null => group is not null && Custody.FreeSince(incident) is { } since && now - since < BeginsWithin,
            { IsLooking: true } or { IsOver: true } => false,
            _ => true,
        };

    /// <summary>Slack is asked who is in the group.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="group">The group.</param>
    /// <param name="now">When.</param>
    /// <returns>The incident, no version on: nothing happened yet.</returns>
    public static Incident Begun(Incident incident, string group, DateTimeOffset now) =>
        incident with { Search = new CommandSearch(group, now) { IsLooking = true } };

    /// <summary>These people are asked, one after the other.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="people">The next first.</param>
    public static Incident Known(Incident incident, Roster people) =>
        incident.Search is { } search ? incident with { Search = search with { Left = people, IsLooking = false } } : incident;

    /// <summary>Slack is asked whether the next one is there.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident Looking(Incident incident) =>
        incident.Search is { } search ? incident with { Search = search with { IsLooking = true } } : incident;

    /// <summary>Slack has said, and the next one was neither asked nor passed over: meanwhile nobody was to be asked any more.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident Looked(Incident incident) =>
        incident.Search is { } search ? incident with { Search = search with { IsLooking = false } } : incident;

    /// <summary>As if the group had never been asked: who is in it is asked again when it is to be.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident NotBegun(Incident incident) => incident with { Search = null };

    /// <summary>The next one was asked or passed over.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident PastTheNext(Incident incident) =>
        incident.Search is { } search ? incident with { Search = search with { Left = search.Left.Rest(), IsLooking = false } } : incident;

    /// <summary>Nobody is left, or the group cannot be asked.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="trouble">Why not, in Slack's word; empty where everybody was asked.</param>
    /// <param name="by">The bot.</param>
    /// <param name="now">When.</param>
    public static Decision End(Incident incident, string trouble, UserId by, DateTimeOffset now) => incident.Search is { IsOver: false } search
        ? Decision.Accept(incident with { Search = search with { Left = Roster.Nobody, IsLooking = false, IsOver = true } }, new CommanderNotFound(search.Group, trouble, by, now))
        : Decision.Refuse(new CommandIsNotSought());
}

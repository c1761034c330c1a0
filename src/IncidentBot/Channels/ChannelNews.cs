using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Channels;

/// <summary>
/// What becomes of an incident when something becomes of its channel, whether Slack told of it or it was found by looking.
/// Each says nothing when it is known already, so that hearing it twice changes nothing.
/// </summary>
internal static class ChannelNews
{
    public static Incident Archived(Incident incident, UserId? by, Turn turn) =>
        Closed(incident, ChannelStanding.Archived, ChannelWords.Archived(by), ChannelReplies.Archived(incident, by), by, turn);

    public static Incident BotRemoved(Incident incident, UserId? by, Turn turn) =>
        Closed(incident, ChannelStanding.BotOutside, ChannelWords.BotRemoved, ChannelReplies.BotRemoved(incident), by, turn);

    /// <summary>It can be written to again: what people see there is brought up to date.</summary>
    public static Incident Reopened(Incident incident, UserId? by, Turn turn)
    {
        if (incident.Standing == ChannelStanding.Open)
            return Known(incident, turn);
        var line = incident.Standing == ChannelStanding.Archived ? ChannelWords.Unarchived(by) : ChannelWords.BotBack;
        var after = incident with { Standing = ChannelStanding.Open };
        turn.Keep(after);
        Note(after, line, by, turn);
        turn.Owe(after.Card is null ? new PostCard(after.Id.Number) : new RefreshCard(after.Id.Number));
        turn.Owe(new RefreshTopic(after.Id.Number));
        return after;
    }

    public static Incident Renamed(Incident incident, string name, UserId? by, Turn turn)
    {
        if (incident.ChannelName == name)
            return Known(incident, turn);
        var after = incident with { ChannelName = name };
        turn.Keep(after);
        if (incident.ChannelName.Length > 0)
            Note(after, ChannelWords.Renamed(incident.ChannelName, name), by, turn);
        return after;
    }

    /// <summary>From now on only those in the channel may know: what was announced of it is taken back.</summary>
    public static Incident MadePrivate(Incident incident, UserId? by, Turn turn)
    {
        if (incident.IsPrivate)
            return Known(incident, turn);
        var after = incident with { IsPrivate = true };
        turn.Keep(after);
        Note(after, ChannelWords.MadePrivate, by, turn);
        if (after.Announcement is not null)
            turn.Owe(new RefreshAnnouncement(after.Id.Number));
        return after;
    }

    /// <summary>The incident goes on without a channel, and can be given another one.</summary>
    public static Incident Deleted(Incident incident, UserId? by, Turn turn)
    {
        var after = incident with { Channel = null, Card = null, ChannelName = "", Standing = ChannelStanding.Open };
        turn.Keep(after);
        Note(after, ChannelWords.Deleted(incident.ChannelName), by, turn);
        if (after is { Announcement: not null, IsPrivate: false })
            turn.Owe(new RefreshAnnouncement(after.Id.Number));
        if (!after.IsOver)
            Tell(after, ChannelReplies.Deleted(incident), turn);
        return after;
    }

    /// <summary>Slack calls it by another id; everything that names it follows.</summary>
    public static void Moved(Incident incident, ChannelId to, Turn turn)
    {
        turn.Keep(incident with { Channel = to, Card = incident.Card is { } card ? card with { Channel = to } : null });
        turn.Noted("the channel's id changed");
    }

    private static Incident Closed(Incident incident, ChannelStanding standing, string line, MessageContent toTell, UserId? by, Turn turn)
    {
        if (incident.Standing == standing)
            return Known(incident, turn);
        var after = incident with { Standing = standing };
        turn.Keep(after);
        Note(after, line, by, turn);
        if (!after.IsOver)
            Tell(after, toTell, turn);
        return after;
    }

    private static Incident Known(Incident incident, Turn turn)
    {
        turn.Ignore("known already");
        return incident;
    }

    private static void Note(Incident incident, string line, UserId? by, Turn turn)
    {
        turn.Record(new TimelineEntry(incident.Id, EntryKind.Status, line, HappenedAt.Exactly(turn.Now), turn.Now, by ?? new UserId(turn.Workspace.BotUserId)));
        turn.Noted("recorded");
    }

    /// <summary>Whoever can do something about it: who commands, else who reported it.</summary>
    private static void Tell(Incident incident, MessageContent content, Turn turn) =>
        turn.Owe(new DirectMessage((incident.Commander ?? incident.Reporter).Value, content));
}

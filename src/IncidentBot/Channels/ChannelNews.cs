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
    public static Incident Archived(Incident incident, UserId? by, DateTimeOffset at, Turn turn) =>
        Closed(incident, ChannelStanding.Archived, ChannelWords.Archived(by), ChannelReplies.Archived(incident, by), by, at, turn);

    public static Incident BotRemoved(Incident incident, UserId? by, DateTimeOffset at, Turn turn) =>
        Closed(incident, ChannelStanding.BotOutside, ChannelWords.BotRemoved, ChannelReplies.BotRemoved(incident), by, at, turn);

    /// <summary>Slack shows us no such channel: it is gone, or it is private now and we are not in it. Which, it does not say.</summary>
    public static Incident OutOfSight(Incident incident, DateTimeOffset at, Turn turn) =>
        Closed(incident, ChannelStanding.BotOutside, ChannelWords.OutOfSight, ChannelReplies.OutOfSight(incident), null, at, turn);

    /// <summary>
    /// It can be written to again: what people see there is brought up to date, and what was missed meanwhile is looked for.
    /// The bot need not be in a channel that was unarchived; looking tells that too.
    /// </summary>
    public static Incident Reopened(Incident incident, UserId? by, DateTimeOffset at, Turn turn)
    {
        if (IsStanding(incident, ChannelStanding.Open, at, turn))
            return incident with { StandingAt = Later(incident.StandingAt, at) };
        var wasOutside = incident.Standing == ChannelStanding.BotOutside;
        var after = incident with { Standing = ChannelStanding.Open, StandingAt = at };
        turn.Keep(after);
        Note(after, wasOutside ? ChannelWords.BotBack : ChannelWords.Unarchived(by), by, turn);
        turn.Owe(after.Card is null ? new PostCard(after.Id.Number) : new RefreshCard(after.Id.Number));
        turn.Owe(new RefreshTopic(after.Id.Number));
        if (wasOutside && after.Channel is { } channel)
            turn.Owe(new CompareChannel(new Comparing(after.Id.Number, channel.Value, incident.StandingAt, at, IsThorough: true, null)));
        else
            LookAgain(after, turn);
        return after;
    }

    public static Incident Renamed(Incident incident, string name, UserId? by, DateTimeOffset at, Turn turn)
    {
        if (incident.NamedAt > at)
            return Late(incident, turn);
        var after = incident with { ChannelName = name, NamedAt = at };
        turn.Keep(after);
        if (incident.ChannelName == name)
            return Known(after, turn);
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
        var after = incident with { Channel = null, Card = null, ChannelName = "", Standing = ChannelStanding.Open, StandingAt = null, NamedAt = null };
        turn.Keep(after);
        Note(after, ChannelWords.Deleted(incident.ChannelName), by ?? UserId.Unsaid, turn);
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

    private static Incident Closed(Incident incident, ChannelStanding standing, string line, MessageContent toTell, UserId? by, DateTimeOffset at, Turn turn)
    {
        if (IsStanding(incident, standing, at, turn))
            return incident with { StandingAt = Later(incident.StandingAt, at) };
        var after = incident with { Standing = standing, StandingAt = at };
        turn.Keep(after);
        Note(after, line, by, turn);
        if (!after.IsOver)
            Tell(after, toTell, turn);
        return after;
    }

    /// <summary>
    /// Whether it stands so already, or stands otherwise since. Slack promises no order, so what is known already is remembered
    /// with the time of the latest word; where an older one contradicts it, Slack is asked.
    /// </summary>
    private static bool IsStanding(Incident incident, ChannelStanding standing, DateTimeOffset at, Turn turn)
    {
        if (incident.StandingAt > at)
        {
            Late(incident, turn);
            if (incident.Standing != standing)
                LookAgain(incident, turn);
            return true;
        }
        if (incident.Standing != standing)
            return false;
        turn.Keep(Known(incident with { StandingAt = at }, turn));
        return true;
    }

    /// <summary>Asks Slack what is true.</summary>
    public static void LookAgain(Incident incident, Turn turn)
    {
        if (incident.Channel is { } channel)
            turn.Owe(new CompareChannel(new Comparing(incident.Id.Number, channel.Value, null, null, IsThorough: false, null)));
    }

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at;

    private static Incident Late(Incident incident, Turn turn)
    {
        turn.Ignore("something later is known");
        return incident;
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

    /// <summary>Whoever can do something about it: who commands and who reported it, and where neither can be reached, whoever has seen it.</summary>
    private static void Tell(Incident incident, MessageContent content, Turn turn)
    {
        if (incident.Commander is { } commander && commander != incident.Reporter)
            turn.Owe(new DirectMessage(commander.Value, content));
        turn.Owe(new DirectMessage(incident.Reporter.Value, content)
        {
            Else = incident.AcknowledgedBy is { } seen && seen != incident.Reporter && seen != incident.Commander ? [seen.Value] : [],
        });
    }
}

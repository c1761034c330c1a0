using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Messaging;

/// <summary>
/// What happened, apart from how often Slack tells it: two deliveries with one natural key are one thing, even under two
/// event ids (Slack docs: Events API, duplicates happen). <c>event_ts</c> is part of it, because reacting, taking the
/// reaction back and reacting again is three things. Of a click it is who, where and when, never what the button says: a key
/// outlives a redaction, and people's words ride in buttons.
/// </summary>
internal static class NaturalKey
{
    /// <summary>Sorts after every digit.</summary>
    private const string AfterAnyTime = ":";

    /// <summary>Null where Slack says too little to tell two things apart; then only the delivery's own id counts.</summary>
    public static string? Of(SlackRequest request) => request switch
    {
        EventCallback happened => Of(happened.Event),
        BlockActionRequest { Action.ActionTs: { } at } clicked =>
            $"clicked {clicked.UserId} {clicked.Container.ChannelId} {clicked.Container.MessageTs} {clicked.Container.ViewId} {at}",
        _ => null,
    };

    /// <summary>Between which keys it lies that somebody took that emoji back after that time: the keys' order is that of time.</summary>
    public static (string From, string Until) OfTakingBack(string channel, string ts, string user, string reaction, DateTimeOffset after) =>
        (TakenBack(channel, ts, user, reaction, SlackTs.FromTime(after)), TakenBack(channel, ts, user, reaction, AfterAnyTime));

    private static string TakenBack(string channel, string ts, string user, string reaction, string? at) => $"unreacted {channel} {ts} {user} {reaction} {at}";

    private static string? Of(Event happened) => happened switch
    {
        AppMention mention => $"mentioned {mention.Channel} {mention.Ts}",
        MessageEvent { Subtype: null } message => $"message {message.Channel} {message.Ts}",
        { EventTs: null or "" } => null,
        MessageEvent message => $"message {message.Subtype} {message.Channel} {message.Ts} {message.DeletedTs} {message.Message?.Ts} {message.EventTs}",
        ReactionAdded { Item: { Channel: { } channel, Ts: { } ts } } added => $"reacted {channel} {ts} {added.User} {added.Reaction} {added.EventTs}",
        ReactionRemoved { Item: { Channel: { } channel, Ts: { } ts } } removed => TakenBack(channel, ts, removed.User, removed.Reaction, removed.EventTs),
        PinAdded { Item.Message.Ts: { } ts } pinned => $"pinned {pinned.ChannelId} {ts} {pinned.User} {pinned.EventTs}",
        PinRemoved { Item.Message.Ts: { } ts } unpinned => $"unpinned {unpinned.ChannelId} {ts} {unpinned.User} {unpinned.EventTs}",
        MemberJoinedChannel joined => $"joined {joined.Channel} {joined.User} {joined.EventTs}",
        MemberLeftChannel left => $"left {left.Channel} {left.User} {left.EventTs}",
        ChannelArchive archived => $"archived {archived.Channel} {archived.EventTs}",
        ChannelUnarchive unarchived => $"unarchived {unarchived.Channel} {unarchived.EventTs}",
        ChannelRename renamed => $"renamed {renamed.Channel.Id} {renamed.Channel.Name} {renamed.EventTs}",
        ChannelLeft gone => $"gone {gone.Channel} {gone.EventTs}",
        ChannelDeleted deleted => $"deleted {deleted.Channel} {deleted.EventTs}",
        ChannelIdChanged changed => $"moved {changed.OldChannelId} {changed.NewChannelId} {changed.EventTs}",
        AppHomeOpened home => $"home {home.User} {home.Tab} {home.EventTs}",
        _ => null,
    };
}

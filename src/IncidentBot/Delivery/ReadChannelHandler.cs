using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>Reads a channel to compare it with what is stored. Reading changes nothing, so doing it twice does no harm.</summary>
internal sealed class ReadChannelHandler(ISlackApiClient slack, RelevantMessagesOf relevantMessages, CurrentOptions options, TimeProvider clock)
    : IEffectHandler<CompareChannel>, IEffectHandler<ReadOlder>
{
    /// <summary>Slack shows us no such channel, or nothing of what is in it.</summary>
    private static readonly HashSet<string> NotShown = ["channel_not_found", "not_in_channel", "channel_is_limited_access"];

    /// <summary>What is pinned is asked for last: a pin on a message that came after the page was read is read by itself.</summary>
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(CompareChannel effect, Attempt attempt, CancellationToken ct)
    {
        var seen = new ChannelReading(clock.GetUtcNow());
        try
        {
            var info = await slack.Conversations.Info(effect.Why.Channel, ct);
            seen = seen with { Channel = new ChannelSeen(info.Name ?? "", info.IsArchived, info.IsPrivate, info.IsMember) };
            // Whether it is a member is not to be relied on in an archived channel (Slack docs: conversations.archive).
            if (info.IsMember || info.IsArchived)
                seen = await ReadNewestAsync(effect.Why, seen, attempt.Team, ct);
        }
        catch (SlackException no) when (NotShown.Contains(no.ErrorCode))
        {
            // What was seen until then is what can be said.
        }
        return [new ChannelRead(effect.Why, seen, null)];
    }

    /// <summary>Goes on below what was read, or where an earlier round stopped: at that very message, because its thread may be what was left.</summary>
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadOlder effect, Attempt attempt, CancellationToken ct)
    {
        if (effect.Seen is not { } seen)
            return await CarryOutAsync(new CompareChannel(effect.Why), attempt, ct);
        var (why, at) = (effect.Why, clock.GetUtcNow());
        var goesOn = seen.Older is null && why.StoppedAt is { } stopped && string.CompareOrdinal(stopped, seen.Oldest) < 0;
        var from = goesOn ? why.StoppedAt! : seen.Bottom;
        var page = await slack.Conversations.History(
            why.Channel, latestTs: from == ChannelReading.NothingShown ? null : from, inclusive: goesOn, limit: options.Value.Reconciliation.Page, cancellationToken: ct);
        var relevant = await relevantMessages.InAsync(why, seen.Pins, attempt.Team, ct);
        seen = WithPage(seen, page, relevant, at) with
        {
            Older = new Stretch(seen.Older?.From ?? from, OldestOf(page, from), (seen.Older?.Pages ?? 0) + 1),
        };
        return [new ChannelRead(why, seen, null)];
    }

    private async Task<ChannelReading> ReadNewestAsync(Comparing why, ChannelReading seen, string team, CancellationToken ct)
    {
        var page = await slack.Conversations.History(why.Channel, limit: options.Value.Reconciliation.Page, cancellationToken: ct);
        var pins = (await slack.Pins.List(why.Channel, ct)).Where(pin => pin is { Type: "message", Message.Ts.Length: > 0 })
            .Select(pin => new PinSeen(pin.Message!.Ts, pin.CreatedBy ?? "", DateTimeOffset.FromUnixTimeSeconds(pin.Created))).ToList();
        var relevant = await relevantMessages.InAsync(why, pins, team, ct);
        return WithPage(seen, page, relevant, seen.AskedAt) with
        {
            HasMessages = true,
            Oldest = OldestOf(page, ChannelReading.NothingShown),
            Pins = pins,
        };
    }

    private static ChannelReading WithPage(ChannelReading seen, ConversationHistoryResponse page, RelevantMessages relevant, DateTimeOffset at) => seen with
    {
        Messages = [.. seen.Messages.UnionBy(page.Messages.Where(relevant.Is).Select(message => relevant.Seen(message, at)), message => message.Ts)],
        Threads = [.. seen.Threads.UnionBy(
            page.Messages.Where(message => message.ReplyCount > 0).Select(message => new ThreadSeen(message.Ts, message.LatestReply ?? message.Ts)), thread => thread.Ts)],
    };

    private static string OldestOf(ConversationHistoryResponse page, string whereEmpty) =>
        page is { HasMore: false, NextCursor: null } ? "" : page.Messages.Select(message => message.Ts).LastOrDefault() ?? whereEmpty;
}

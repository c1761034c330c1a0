using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Timeline;

namespace IncidentBot.Delivery;

/// <summary>Reads single messages, threads, and who reacted, where the pages of a channel do not show enough to compare.</summary>
internal sealed class ReadFurtherHandler(
    ISlackApiClient slack, MessageFinder finder, RelevantMessagesOf relevantMessages, IEffectHandler<CompareChannel> anew, CurrentOptions options, TimeProvider clock)
    : IEffectHandler<ReadFurther>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadFurther effect, Attempt attempt, CancellationToken ct)
    {
        if (effect.Seen is not { } seen)
            return await anew.CarryOutAsync(new CompareChannel(effect.Why), attempt, ct);
        var (why, wanted) = (effect.Why, effect.Wanted);
        var relevant = await relevantMessages.InAsync(why, seen.Pins, attempt.Team, ct);
        List<Wanted> more = [];
        foreach (var each in wanted.Take(ReadFurther.AtOnce))
        {
            var (read, following) = each.What switch
            {
                WantedKind.People => (await ReadPeopleAsync(why.Channel, seen, each.Ts, ct), null),
                WantedKind.Thread => await ReadThreadAsync(why, each, relevant, ct),
                _ => (await ReadMessageAsync(why.Channel, seen, each.Ts, relevant, ct), null),
            };
            seen = seen with { Messages = [.. seen.Messages.ExceptBy(read.Select(message => message.Ts), message => message.Ts), .. read] };
            if (following is not null)
                more.Add(following);
        }
        var left = wanted.Skip(ReadFurther.AtOnce).Where(each => each.What != WantedKind.Message || seen.Messages.All(message => message.Ts != each.Ts));
        return [new ChannelRead(why, seen, [.. more, .. left])];
    }

    /// <summary>
    /// A page of a thread, and what is to be read after it. A page begins at the old end (Slack docs: conversations.replies), so
    /// of a thread longer than a page what was said since something may have been missed comes next; asked by hand, all of it.
    /// </summary>
    private async Task<(IReadOnlyList<MessageSeen> Seen, Wanted? Following)> ReadThreadAsync(Comparing why, Wanted wanted, RelevantMessages relevant, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        try
        {
            var page = await slack.Conversations.Replies(why.Channel, wanted.Ts, oldestTs: wanted.After, limit: RepliesAndParent, cancellationToken: ct);
            List<MessageSeen> seen = [.. page.Messages.Where(relevant.Is).Select(message => relevant.Seen(message, at))];
            var last = page.Messages.Select(message => message.Ts).Append("").Max(StringComparer.Ordinal)!;
            if (page is { HasMore: false, NextCursor: null } || string.CompareOrdinal(last, wanted.After ?? wanted.Ts) <= 0)
                return (seen, null);
            var since = why is { AskedBy: null, From: { } from } ? SlackTs.FromTime(from - Comparing.Leeway) : "";
            return (seen, wanted with { After = string.CompareOrdinal(last, since) > 0 ? last : since });
        }
        catch (SlackException none) when (IsNoThread(none) || MessageFinder.IsOutOfReach(none))
        {
            // A thread without its parent has gone, and what cannot be reached shows nothing.
            return ([], null);
        }
    }

    /// <summary>
    /// The thread the message is in is asked for from that message on: it shows those after it at no cost. What is in no thread is
    /// looked for in the channel.
    /// </summary>
    private async Task<IReadOnlyList<MessageSeen>> ReadMessageAsync(string channel, ChannelReading seen, string ts, RelevantMessages relevant, CancellationToken ct)
    {
        if (seen.Messages.Any(message => message.Ts == ts))
            return [];
        var at = clock.GetUtcNow();
        try
        {
            var thread = await slack.Conversations.Replies(channel, ts, oldestTs: ts, inclusive: true, limit: RepliesAndParent, cancellationToken: ct);
            List<MessageSeen> found = [.. thread.Messages.Where(message => message.Ts == ts || relevant.Is(message)).Select(message => relevant.Seen(message, at))];
            if (found.Exists(message => message.Ts == ts))
                return found;
        }
        catch (SlackException none) when (IsNoThread(none))
        {
            // Some messages are in no thread and answer only to history.
        }
        catch (SlackException no) when (MessageFinder.IsOutOfReach(no))
        {
            return [new MessageSeen(ts, at) { Trouble = no.ErrorCode }];
        }
        return [await ReadOneAsync(channel, ts, at, relevant, ct)];
    }

    private async Task<MessageSeen> ReadOneAsync(string channel, string ts, DateTimeOffset at, RelevantMessages relevant, CancellationToken ct)
    {
        try
        {
            return await finder.InHistoryAsync(channel, ts, ct) is { } message
                ? relevant.Seen(message, at)
                : new MessageSeen(ts, at) { Trouble = CaptureRead.Gone };
        }
        catch (SlackException no) when (MessageFinder.IsOutOfReach(no))
        {
            return new MessageSeen(ts, at) { Trouble = no.ErrorCode };
        }
    }

    /// <summary>Where they cannot be had, the message stays as it was seen, with some people missing.</summary>
    private async Task<IReadOnlyList<MessageSeen>> ReadPeopleAsync(string channel, ChannelReading seen, string ts, CancellationToken ct)
    {
        if (seen.Messages.FirstOrDefault(message => message.Ts == ts) is not { } message)
            return [];
        try
        {
            var at = clock.GetUtcNow();
            return [message with { SeenAt = at, Emoji = RelevantMessages.EmojiOf(await slack.Reactions.OfMessage(channel, ts, ct)) }];
        }
        catch (SlackException no) when (MessageFinder.IsOutOfReach(no))
        {
            return [];
        }
    }

    private static bool IsNoThread(SlackException no) => no.ErrorCode is "thread_not_found" or "message_not_found";

    /// <summary>The parent is shown whatever is asked for.</summary>
    private int RepliesAndParent => options.Value.Reconciliation.Page + 1;
}

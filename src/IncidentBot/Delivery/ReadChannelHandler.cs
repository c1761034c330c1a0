using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>Reads a channel to compare it with what is stored. Reading changes nothing, so doing it twice does no harm.</summary>
internal sealed class ReadChannelHandler(
    ISlackApiClient slack, MessageFinder finder, IDbContextFactory<BotDbContext> contexts, CurrentOptions options, TimeProvider clock)
    : IEffectHandler<CompareChannel>, IEffectHandler<ReadFurther>
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
                seen = await ReadPageAsync(effect.Why, seen, attempt.Team, ct);
        }
        catch (SlackException no) when (NotShown.Contains(no.ErrorCode))
        {
            // What was seen until then is what can be said.
        }
        return [new ChannelRead(effect.Why, seen, null)];
    }

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadFurther effect, Attempt attempt, CancellationToken ct)
    {
        var (why, seen, wanted) = (effect.Why, effect.Seen, effect.Wanted);
        var relevant = await RelevantAsync(why, seen.Pins, attempt.Team, ct);
        foreach (var each in wanted.Take(ReadFurther.AtOnce))
        {
            var read = each.What == WantedKind.People
                ? await ReadPeopleAsync(why.Channel, seen, each.Ts, ct)
                : await ReadThreadAsync(why.Channel, seen, each, relevant, ct);
            seen = seen with { Messages = [.. seen.Messages.ExceptBy(read.Select(message => message.Ts), message => message.Ts), .. read] };
        }
        return [new ChannelRead(why, seen, [.. wanted.Skip(ReadFurther.AtOnce).Where(each => each.What != WantedKind.Message || seen.Messages.All(message => message.Ts != each.Ts))])];
    }

    private async Task<ChannelReading> ReadPageAsync(Comparing why, ChannelReading seen, string team, CancellationToken ct)
    {
        var page = await slack.Conversations.History(why.Channel, limit: options.Value.Reconciliation.Page, cancellationToken: ct);
        var pins = (await slack.Pins.List(why.Channel, ct)).Where(pin => pin is { Type: "message", Message.Ts.Length: > 0 })
            .Select(pin => new PinSeen(pin.Message!.Ts, pin.CreatedBy ?? "", DateTimeOffset.FromUnixTimeSeconds(pin.Created))).ToList();
        var relevant = await RelevantAsync(why, pins, team, ct);
        return seen with
        {
            HasMessages = true,
            Oldest = page is { HasMore: false, NextCursor: null } ? "" : page.Messages.Select(message => message.Ts).LastOrDefault() ?? "9",
            Pins = pins,
            Messages = [.. page.Messages.Where(relevant.Is).Select(message => relevant.Seen(message, seen.AskedAt))],
            Threads = [.. page.Messages.Where(message => message.ReplyCount > 0)
                .Select(message => new ThreadSeen(message.Ts, message.LatestReply ?? message.Ts)).OrderByDescending(thread => thread.LatestReply, StringComparer.Ordinal)],
        };
    }

    /// <summary>The thread the message is in shows its neighbours at no cost; what it does not show is looked for by itself.</summary>
    private async Task<IReadOnlyList<MessageSeen>> ReadThreadAsync(string channel, ChannelReading seen, Wanted wanted, RelevantMessages relevant, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var isKnown = seen.Messages.Any(message => message.Ts == wanted.Ts);
        if (wanted.What == WantedKind.Message && isKnown)
            return [];
        try
        {
            var thread = await slack.Conversations.Replies(channel, wanted.Ts, limit: options.Value.Reconciliation.Page, cancellationToken: ct);
            List<MessageSeen> found = [.. thread.Messages
                .Where(message => message.Ts == wanted.Ts ? wanted.What == WantedKind.Message || relevant.Is(message) : relevant.Is(message))
                .Select(message => relevant.Seen(message, at))];
            if (wanted.What == WantedKind.Thread || found.Exists(message => message.Ts == wanted.Ts))
                return found;
        }
        catch (SlackException none) when (none.ErrorCode is "thread_not_found" or "message_not_found")
        {
            // Some messages are in no thread and answer only to history; a thread without its parent has gone.
            if (wanted.What == WantedKind.Thread)
                return [];
        }
        catch (SlackException no) when (MessageFinder.IsOutOfReach(no))
        {
            return wanted.What == WantedKind.Thread ? [] : [new MessageSeen(wanted.Ts, at) { Trouble = no.ErrorCode }];
        }
        return [await ReadOneAsync(channel, wanted.Ts, at, relevant, ct)];
    }

    private async Task<MessageSeen> ReadOneAsync(string channel, string ts, DateTimeOffset at, RelevantMessages relevant, CancellationToken ct)
    {
        try
        {
            return await finder.FindAsync(channel, ts, ct) is { } message
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

    private async Task<RelevantMessages> RelevantAsync(Comparing why, IEnumerable<PinSeen> pins, string team, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var held = await db.Captures.MessagesInAsync(team, why.Channel, why.Number, RelevantMessages.MostHeld, ct);
        return new RelevantMessages(
            held.Concat(pins.Select(pin => pin.Ts)).ToHashSet(),
            await db.Timeline.WordsKnownAsync(team, why.Channel, why.Number, [.. held], ct),
            options.Value.TimelineEmoji);
    }
}

using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>Reads one exact message, to put it on the timeline.</summary>
[StoredAs("read-message")]
internal sealed record ReadMessage(int Number, string Channel, string Ts, EntryKind Kind, string By) : Effect
{
    public override string Stream => $"read:{Channel}:{Ts}";
}

/// <summary>That very message.</summary>
[StoredAs("message-read")]
internal sealed record MessageRead(int Number, string Channel, string Ts, string? ThreadTs, EntryKind Kind, string By, string? Author, string Text) : Fact;

/// <summary>That very message could not be read. No neighbour takes its place.</summary>
[StoredAs("message-unreadable")]
internal sealed record MessageUnreadable(int Number, string Channel, string Ts, string By, string Reason) : Fact;

/// <summary>
/// Finds the message by its <c>ts</c> and compares for equality: a reply is found in its thread, because a channel's
/// history leaves replies out (Slack docs: conversations.replies, conversations.history).
/// </summary>
internal sealed class ReadMessageHandler(ISlackApiClient slack) : IEffectHandler<ReadMessage>
{
    private static readonly HashSet<string> OutOfReach =
        ["channel_not_found", "not_in_channel", "thread_not_found", "message_not_found", "channel_is_limited_access", "missing_scope"];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ReadMessage effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            return await FindAsync(effect, ct) is { } message
                ? [Read(effect, message)]
                : [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, effect.By, "message_not_found")];
        }
        catch (SlackException no) when (OutOfReach.Contains(no.ErrorCode))
        {
            return [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, effect.By, no.ErrorCode)];
        }
    }

    private async Task<Message?> FindAsync(ReadMessage effect, CancellationToken ct)
    {
        try
        {
            var thread = await slack.Conversations.Replies(
                effect.Channel, effect.Ts, latestTs: effect.Ts, oldestTs: effect.Ts, inclusive: true, cancellationToken: ct);
            if (thread.Messages.FirstOrDefault(message => message.Ts == effect.Ts) is { } found)
                return found;
        }
        catch (SlackException none) when (none.ErrorCode == "thread_not_found")
        {
            // Some messages are in no thread and answer only to history.
        }
        var history = await slack.Conversations.History(
            effect.Channel, latestTs: effect.Ts, oldestTs: effect.Ts, inclusive: true, limit: 1, cancellationToken: ct);
        return history.Messages.FirstOrDefault(message => message.Ts == effect.Ts);
    }

    private static MessageRead Read(ReadMessage effect, Message message) => new(
        effect.Number, effect.Channel, effect.Ts, message.ThreadTs, effect.Kind, effect.By, Captured.AuthorOf(message), Captured.TextOf(message));
}

/// <summary>Puts the message that was read on the timeline, and ticks it afterwards; or says why not.</summary>
internal sealed class CaptureRead : IFactHandler<MessageRead>, IFactHandler<MessageUnreadable>
{
    public async Task HearAsync(MessageRead fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
            return;
        var source = new MessageRef(new ChannelId(fact.Channel), fact.Ts);
        turn.RecordOnce(Captured.Entry(incident.Id, fact.Kind, source, fact.ThreadTs, fact.Author, fact.Text, new UserId(fact.By), turn));
        turn.Owe(new AddReaction(fact.Channel, fact.Ts, "white_check_mark"));
        turn.Noted("recorded");
    }

    public Task HearAsync(MessageUnreadable fact, Turn turn, CancellationToken ct)
    {
        turn.Owe(new AddReaction(fact.Channel, fact.Ts, "exclamation"));
        turn.Owe(new Answer(
            new ReplyTo(fact.By, fact.Channel, null, turn.Now, InPlace: false), CaptureReplies.NotRead(fact.Reason), turn.InboxId));
        turn.Noted($"failed: {fact.Reason}");
        return Task.CompletedTask;
    }
}

internal static class CaptureReplies
{
    public static MessageContent NotRead(string reason) => MessageContent.Plain(
        $"That message is *not* on the timeline: I could not read it (`{reason}`). Nothing else was put there in its place. Use `/incident note` to write down what it says.");
}

using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Timeline;

namespace IncidentBot.Delivery;

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
                : [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, "message_not_found")];
        }
        catch (SlackException no) when (OutOfReach.Contains(no.ErrorCode))
        {
            return [new MessageUnreadable(effect.Number, effect.Channel, effect.Ts, no.ErrorCode)];
        }
    }

    private async Task<Message?> FindAsync(ReadMessage effect, CancellationToken ct)
    {
        try
        {
            var thread = await slack.Conversations.Replies(
                effect.Channel, effect.Ts, latestTs: effect.Ts, oldestTs: effect.Ts, inclusive: true, cancellationToken: ct);
            if (thread.Messages.FirstOrDefault(message => message.Ts == effect.Ts) is { } found)
                return Standing(found);
        }
        catch (SlackException none) when (none.ErrorCode == "thread_not_found")
        {
            // Some messages are in no thread and answer only to history.
        }
        var history = await slack.Conversations.History(
            effect.Channel, latestTs: effect.Ts, oldestTs: effect.Ts, inclusive: true, limit: 1, cancellationToken: ct);
        return history.Messages.FirstOrDefault(message => message.Ts == effect.Ts) is { } alone ? Standing(alone) : null;
    }

    /// <summary>What stands in the place of a deleted message that has replies says nothing of what was there.</summary>
    private static Message? Standing(Message found) => found.IsTombstone ? null : found;

    private static MessageRead Read(ReadMessage effect, Message message) => new(
        effect.Number, effect.Channel, effect.Ts, message.ThreadTs, Captured.WriterOf(message), Captured.TextOf(message))
    {
        EditedAt = Captured.EditedAt(message) is { } shown && !(shown < effect.EditedAt) ? shown : effect.EditedAt,
    };
}

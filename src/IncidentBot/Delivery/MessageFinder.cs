using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

/// <summary>
/// Finds the message by its <c>ts</c> and compares for equality: a reply is found in its thread, because a channel's
/// history leaves replies out (Slack docs: conversations.replies, conversations.history).
/// </summary>
internal sealed class MessageFinder(ISlackApiClient slack)
{
    private static readonly HashSet<string> OutOfReach =
        ["channel_not_found", "not_in_channel", "thread_not_found", "message_not_found", "channel_is_limited_access", "missing_scope"];

    /// <summary>Whether that answer means that this message cannot be read, now or later.</summary>
    public static bool IsOutOfReach(SlackException no) => OutOfReach.Contains(no.ErrorCode);

    /// <summary>That very message, or null when there is none.</summary>
    public async Task<Message?> FindAsync(string channel, string ts, CancellationToken ct)
    {
        try
        {
            var thread = await slack.Conversations.Replies(channel, ts, latestTs: ts, oldestTs: ts, inclusive: true, includeAllMetadata: true, cancellationToken: ct);
            if (thread.Messages.FirstOrDefault(message => message.Ts == ts) is { } found)
                return Standing(found);
        }
        catch (SlackException none) when (none.ErrorCode == "thread_not_found")
        {
            // Some messages are in no thread and answer only to history.
        }
        return await InHistoryAsync(channel, ts, ct);
    }

    /// <summary>That very message of the channel itself, or null when there is none.</summary>
    public async Task<Message?> InHistoryAsync(string channel, string ts, CancellationToken ct)
    {
        var history = await slack.Conversations.History(channel, latestTs: ts, oldestTs: ts, inclusive: true, limit: 1, includeAllMetadata: true, cancellationToken: ct);
        return history.Messages.FirstOrDefault(message => message.Ts == ts) is { } alone ? Standing(alone) : null;
    }

    /// <summary>What stands in the place of a deleted message that has replies says nothing of what was there.</summary>
    private static Message? Standing(Message found) => found.IsTombstone ? null : found;
}

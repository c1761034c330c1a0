using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>
/// Posts a message once. Slack has no idempotency key for posting, so the effect's id rides in the message's metadata,
/// and when an earlier try is in doubt the conversation is searched for it first (Slack docs: Message metadata).
/// </summary>
internal sealed class Postbox(ISlackApiClient slack)
{
    private const string EventType = "incidentbot_effect";
    private const int PageSize = 200;
    private const int MostPages = 10;

    /// <summary>Clocks differ; nothing of ours is older than the first try by more than this.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Posts, or finds that it was posted; answers with the message's ts.</summary>
    public async Task<string> PostAsync(string channel, MessageContent content, string? threadTs, Attempt attempt, CancellationToken ct)
    {
        if (attempt.InDoubt && await LookAsync(channel, threadTs, attempt, ct) is { } ts)
            return ts;
        var posted = await slack.Chat.PostMessage(
            new OutgoingMessage
            {
                Channel = channel,
                Text = content.Text,
                Blocks = content.BlocksOrNone,
                ThreadTs = threadTs,
                Metadata = MessageMetadata.Of(EventType, new EffectMark(attempt.EffectId)),
            },
            ct);
        return posted.Ts;
    }

    /// <summary>
    /// The ts of what an earlier try posted; null when it posted nothing. A public channel can be posted in without being a member, but only a member can look (Slack docs: conversations.history).
    /// </summary>
    public async Task<string?> LookAsync(string channel, string? threadTs, Attempt attempt, CancellationToken ct)
    {
        try
        {
            return await FindAsync(channel, threadTs, attempt, ct);
        }
        catch (SlackException outside) when (outside.ErrorCode == "not_in_channel")
        {
            await slack.Conversations.Join(channel, ct);
            return await FindAsync(channel, threadTs, attempt, ct);
        }
    }

    /// <summary>The ts of the message that effect posted, among the newest; null when it is not there.</summary>
    public async Task<string?> FindAsync(string channel, string? threadTs, Attempt attempt, CancellationToken ct)
    {
        var oldest = SlackTs.FromTime(attempt.FirstAttemptAt - ClocksDiffer);
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var found = threadTs is null
                ? await slack.Conversations.History(channel, oldestTs: oldest, limit: PageSize, includeAllMetadata: true, cursor: cursor, cancellationToken: ct)
                : await slack.Conversations.Replies(channel, threadTs, oldestTs: oldest, limit: PageSize, includeAllMetadata: true, cursor: cursor, cancellationToken: ct);
            if (found.Messages.FirstOrDefault(message => Carries(message, attempt.EffectId)) is { } mine)
                return mine.Ts;
            if ((cursor = found.NextCursor) is null)
                return null;
        }
        return null;
    }

    private static bool Carries(Message message, long effectId) =>
        message.Metadata is { EventType: EventType } metadata
        && metadata.EventPayload.TryGetProperty("effect", out var id)
        && id.TryGetInt64(out var value)
        && value == effectId;

    private sealed record EffectMark(long Effect);
}

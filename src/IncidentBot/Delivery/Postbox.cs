using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>
/// Posts a message once. Slack has no idempotency key for posting, so the effect's id rides in the message's metadata,
/// and when an earlier try is in doubt the conversation is searched for it first (Slack docs: Message metadata).
/// </summary>
internal sealed class Postbox(ISlackApiClient slack, ExternalLabels labels)
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
        content = await labels.OnAsync(content, attempt.Team, ct);
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
    private async Task<string?> FindAsync(string channel, string? threadTs, Attempt attempt, CancellationToken ct) =>
        (await SearchAsync(channel, threadTs, attempt.EffectId, attempt.FirstAttemptAt, null, ct)).Ts;

    /// <summary>Looks for the message that effect posted, the newest first.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="threadTs">In which thread; null for the channel itself.</param>
    /// <param name="effectId">The effect.</param>
    /// <param name="from">When it was first tried; it is not older.</param>
    /// <param name="until">When it was done; it is not newer. Null where that is not known.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PostSearch> SearchAsync(string channel, string? threadTs, long effectId, DateTimeOffset from, DateTimeOffset? until, CancellationToken ct)
    {
        var oldest = SlackTs.FromTime(from - ClocksDiffer);
        var latest = until is { } done ? SlackTs.FromTime(done + ClocksDiffer) : null;
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var found = threadTs is null
                ? await slack.Conversations.History(channel, latestTs: latest, oldestTs: oldest, limit: PageSize, includeAllMetadata: true, cursor: cursor, cancellationToken: ct)
                : await slack.Conversations.Replies(channel, threadTs, latestTs: latest, oldestTs: oldest, limit: PageSize, includeAllMetadata: true, cursor: cursor, cancellationToken: ct);
            if (found.Messages.FirstOrDefault(message => Carries(message, effectId)) is { } mine)
                return new PostSearch(mine.Ts, IsWhole: true);
            if ((cursor = found.NextCursor) is null)
                return new PostSearch(null, IsWhole: true);
        }
        return new PostSearch(null, IsWhole: false);
    }

    /// <summary>Whether the message is one of ours: it tells what is known already.</summary>
    public static bool IsOurs(Message message) => message.Metadata is { EventType: EventType };

    private static bool Carries(Message message, long effectId) =>
        message is { Metadata: { EventType: EventType } metadata }
        && metadata.EventPayload.TryGetProperty("effect", out var id)
        && id.TryGetInt64(out var value)
        && value == effectId;

    private sealed record EffectMark(long Effect);
}

/// <summary>What looking for a post came to.</summary>
/// <param name="Ts">The message; null where it was not seen.</param>
/// <param name="IsWhole">Whether all was looked through where it can be; otherwise there is too much.</param>
internal sealed record PostSearch(string? Ts, bool IsWhole);

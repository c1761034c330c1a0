using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>conversations.*</c> methods.</summary>
public interface IConversationsApi
{
    /// <summary>Creates a channel; Slack may alter the name, so keep the answer's. Slack docs: conversations.create.</summary>
    /// <param name="name">Lower-case letters, digits, hyphen and underscore, at most 80; taken also while an archived channel has it.</param>
    /// <param name="isPrivate">Whether only invited people see it.</param>
    /// <param name="cancellationToken">Gives up waiting; the channel may exist all the same.</param>
    Task<Conversation> Create(string name, bool isPrivate = false, CancellationToken cancellationToken = default);

    /// <summary>What a channel is. Slack docs: conversations.info.</summary>
    Task<Conversation> Info(string channelId, CancellationToken cancellationToken = default);

    /// <summary>A page of a channel's messages, newest first, without thread replies. Slack docs: conversations.history.</summary>
    /// <param name="channelId">The channel; the bot must be in it.</param>
    /// <param name="latestTs">Only messages before this timestamp.</param>
    /// <param name="oldestTs">Only messages after this timestamp.</param>
    /// <param name="inclusive">Whether the two timestamps themselves count.</param>
    /// <param name="limit">The page size, at most 999; pages may be shorter.</param>
    /// <param name="includeAllMetadata">Whether to include what apps attached.</param>
    /// <param name="cursor">The page to go on with.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationHistoryResponse> History(
        string channelId, string? latestTs = null, string? oldestTs = null, bool inclusive = false, int limit = 100,
        bool includeAllMetadata = false, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>A page of a thread: the parent first, then oldest to newest. Slack docs: conversations.replies.</summary>
    /// <param name="channelId">The channel; the bot must be in it.</param>
    /// <param name="threadTs">The parent's timestamp.</param>
    /// <param name="latestTs">Only messages before this timestamp.</param>
    /// <param name="oldestTs">Only messages after this timestamp.</param>
    /// <param name="inclusive">Whether the two timestamps themselves count.</param>
    /// <param name="limit">The page size, at most 1000; pages may be shorter.</param>
    /// <param name="includeAllMetadata">Whether to include what apps attached.</param>
    /// <param name="cursor">The page to go on with.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationHistoryResponse> Replies(
        string channelId, string threadTs, string? latestTs = null, string? oldestTs = null, bool inclusive = false, int limit = 100,
        bool includeAllMetadata = false, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings people in: at most 100 at once. One who cannot come fails all; <see cref="SlackException.ErrorsByUser"/> says who.
    /// Slack docs: conversations.invite.
    /// </summary>
    Task Invite(string channelId, IEnumerable<string> userIds, CancellationToken cancellationToken = default);

    /// <summary>Sets the topic: plain text, at most 250 characters. Slack docs: conversations.setTopic.</summary>
    Task SetTopic(string channelId, string topic, CancellationToken cancellationToken = default);

    /// <summary>Sets the purpose: plain text, at most 250 characters. Slack docs: conversations.setPurpose.</summary>
    Task SetPurpose(string channelId, string purpose, CancellationToken cancellationToken = default);

    /// <summary>Opens the direct message with one to eight people and gives its id; idempotent. Slack docs: conversations.open.</summary>
    Task<string> Open(IEnumerable<string> userIds, CancellationToken cancellationToken = default);

    /// <summary>A page of the ids of a channel's members, bots included. Slack docs: conversations.members.</summary>
    Task<ConversationMembersResponse> Members(
        string channelId, int limit = 200, string? cursor = null, CancellationToken cancellationToken = default);

    /// <summary>Archives a channel. Slack docs: conversations.archive.</summary>
    Task Archive(string channelId, CancellationToken cancellationToken = default);

    /// <summary>Brings the bot into a public channel; idempotent. Slack docs: conversations.join.</summary>
    Task Join(string channelId, CancellationToken cancellationToken = default);
}

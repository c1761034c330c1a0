using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

internal sealed class ConversationsApi(WebApiCaller slack) : IConversationsApi
{
    private static readonly WebMethod CreateMethod = WebMethod.Write("conversations.create");
    private static readonly WebMethod InfoMethod = WebMethod.FormRead("conversations.info");
    private static readonly WebMethod HistoryMethod = WebMethod.JsonRead("conversations.history");
    private static readonly WebMethod RepliesMethod = WebMethod.FormRead("conversations.replies");
    private static readonly WebMethod InviteMethod = WebMethod.Write("conversations.invite");
    private static readonly WebMethod SetTopicMethod = WebMethod.Write("conversations.setTopic");
    private static readonly WebMethod SetPurposeMethod = WebMethod.Write("conversations.setPurpose");
    private static readonly WebMethod OpenMethod = WebMethod.Write("conversations.open");
    private static readonly WebMethod MembersMethod = WebMethod.FormRead("conversations.members");
    private static readonly WebMethod ArchiveMethod = WebMethod.Write("conversations.archive");
    private static readonly WebMethod JoinMethod = WebMethod.Write("conversations.join");

    public async Task<Conversation> Create(string name, bool isPrivate, CancellationToken cancellationToken) =>
        (await slack.Call<ChannelAnswer>(CreateMethod, new Args().Add("name", name).Add("is_private", isPrivate), cancellationToken)).Channel;

    public async Task<Conversation> Info(string channelId, CancellationToken cancellationToken) =>
        (await slack.Call<ChannelAnswer>(InfoMethod, In(channelId), cancellationToken)).Channel;

    public Task<ConversationHistoryResponse> History(
        string channelId, string? latestTs, string? oldestTs, bool inclusive, int limit, bool includeAllMetadata, string? cursor,
        CancellationToken cancellationToken) =>
        slack.Call<ConversationHistoryResponse>(
            HistoryMethod, Range(In(channelId), latestTs, oldestTs, inclusive, limit, includeAllMetadata, cursor), cancellationToken);

    public Task<ConversationHistoryResponse> Replies(
        string channelId, string threadTs, string? latestTs, string? oldestTs, bool inclusive, int limit, bool includeAllMetadata,
        string? cursor, CancellationToken cancellationToken) =>
        slack.Call<ConversationHistoryResponse>(
            RepliesMethod,
            Range(In(channelId).Add("ts", threadTs), latestTs, oldestTs, inclusive, limit, includeAllMetadata, cursor),
            cancellationToken);

    public Task Invite(string channelId, IEnumerable<string> userIds, CancellationToken cancellationToken) =>
        slack.Call(InviteMethod, In(channelId).AddIds("users", userIds), cancellationToken);

    public Task SetTopic(string channelId, string topic, CancellationToken cancellationToken) =>
        slack.Call(SetTopicMethod, In(channelId).Add("topic", topic), cancellationToken);

    public Task SetPurpose(string channelId, string purpose, CancellationToken cancellationToken) =>
        slack.Call(SetPurposeMethod, In(channelId).Add("purpose", purpose), cancellationToken);

    public async Task<string> Open(IEnumerable<string> userIds, CancellationToken cancellationToken) =>
        (await slack.Call<ChannelAnswer>(OpenMethod, new Args().AddIds("users", userIds), cancellationToken)).Channel.Id;

    public Task<ConversationMembersResponse> Members(
        string channelId, int limit, string? cursor, CancellationToken cancellationToken) =>
        slack.Call<ConversationMembersResponse>(
            MembersMethod, In(channelId).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    public Task Archive(string channelId, CancellationToken cancellationToken) =>
        slack.Call(ArchiveMethod, In(channelId), cancellationToken);

    public Task Join(string channelId, CancellationToken cancellationToken) =>
        slack.Call(JoinMethod, In(channelId), cancellationToken);

    private static Args In(string channelId) => new Args().Add("channel", channelId);

    private static Args Range(
        Args args, string? latestTs, string? oldestTs, bool inclusive, int limit, bool includeAllMetadata, string? cursor)
    {
        args.Add("latest", latestTs).Add("oldest", oldestTs).Add("limit", limit).Add("cursor", cursor);
        if (inclusive) args.Add("inclusive", true);
        if (includeAllMetadata) args.Add("include_all_metadata", true);
        return args;
    }

    private sealed record ChannelAnswer
    {
        public required Conversation Channel { get; init; }
    }
}

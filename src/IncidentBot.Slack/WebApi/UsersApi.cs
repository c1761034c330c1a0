using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

internal sealed class UsersApi(WebApiCaller slack) : IUsersApi
{
    private static readonly WebMethod InfoMethod = WebMethod.FormRead("users.info");
    private static readonly WebMethod PresenceMethod = WebMethod.FormRead("users.getPresence");
    private static readonly WebMethod ConversationsMethod = WebMethod.FormRead("users.conversations");

    public async Task<User> Info(string userId, bool includeLocale, CancellationToken cancellationToken) =>
        (await slack.Call<UserAnswer>(InfoMethod, new Args().Add("user", userId).Add("include_locale", includeLocale ? "true" : null), cancellationToken)).User;

    public async Task<string> GetPresence(string userId, CancellationToken cancellationToken) =>
        (await slack.Call<PresenceAnswer>(PresenceMethod, new Args().Add("user", userId), cancellationToken)).Presence;

    public Task<ConversationListResponse> Conversations(
        string? cursor, bool excludeArchived, int limit, IEnumerable<string>? types, CancellationToken cancellationToken) =>
        slack.Call<ConversationListResponse>(
            ConversationsMethod,
            new Args().Add("cursor", cursor).Add("exclude_archived", excludeArchived).Add("limit", limit).AddIds("types", types),
            cancellationToken);

    private sealed record PresenceAnswer
    {
        public required string Presence { get; init; }
    }

    private sealed record UserAnswer
    {
        public required User User { get; init; }
    }
}

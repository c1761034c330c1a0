using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>users.*</c> methods.</summary>
public interface IUsersApi
{
    /// <summary>Who somebody is. Slack docs: users.info.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="includeLocale">Whether their language is said too.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<User> Info(string userId, bool includeLocale = false, CancellationToken cancellationToken = default);

    /// <summary>Whether somebody is there: <c>active</c> or <c>away</c>. Slack docs: users.getPresence.</summary>
    Task<string> GetPresence(string userId, CancellationToken cancellationToken = default);

    /// <summary>A page of the channels the bot itself is in. Slack docs: users.conversations.</summary>
    /// <param name="cursor">The page to go on with.</param>
    /// <param name="excludeArchived">Whether to leave archived channels out.</param>
    /// <param name="limit">The page size, under 1000; filters apply afterwards, so pages may be short.</param>
    /// <param name="types"><c>public_channel</c>, <c>private_channel</c>, <c>mpim</c>, <c>im</c>; Slack's default is public channels only.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<ConversationListResponse> Conversations(
        string? cursor = null, bool excludeArchived = false, int limit = 200, IEnumerable<string>? types = null,
        CancellationToken cancellationToken = default);
}

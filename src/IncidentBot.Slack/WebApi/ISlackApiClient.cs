namespace IncidentBot.Slack.WebApi;

/// <summary>
/// Slack's Web API, one property per family of methods. Every method throws <see cref="SlackException"/> when Slack says no,
/// <see cref="SlackRateLimitException"/> when it says later, and <see cref="SlackUnreachableException"/> when it says nothing.
/// </summary>
public interface ISlackApiClient
{
    /// <summary>Who we are.</summary>
    IAuthApi Auth { get; }

    /// <summary>Messages.</summary>
    IChatApi Chat { get; }

    /// <summary>Channels and direct messages.</summary>
    IConversationsApi Conversations { get; }

    /// <summary>Modals and Homes.</summary>
    IViewsApi Views { get; }

    /// <summary>Emoji on messages.</summary>
    IReactionsApi Reactions { get; }

    /// <summary>Pinned messages.</summary>
    IPinsApi Pins { get; }

    /// <summary>People.</summary>
    IUsersApi Users { get; }

    /// <summary>Groups of people.</summary>
    IUserGroupsApi UserGroups { get; }

    /// <summary>Files.</summary>
    IFilesApi Files { get; }

    /// <summary>
    /// Downloads a private file with our token, from Slack's own hosts alone and without following redirects. Besides the usual,
    /// it throws <see cref="SlackException"/> with <c>not_slacks_address</c>, <c>redirected</c>, <c>login_page</c>, <c>too_large</c>
    /// or <c>http_…</c>. Slack docs: Working with files.
    /// </summary>
    /// <param name="url">Its <see cref="Requests.SlackFile.UrlPrivateDownload"/>.</param>
    /// <param name="mimetype">Its media type, by which Slack's page to sign in at is told from it.</param>
    /// <param name="to">Takes the bytes.</param>
    /// <param name="most">The most bytes to take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many bytes it has.</returns>
    Task<long> Download(string url, string mimetype, Stream to, long most, CancellationToken cancellationToken = default);

    /// <summary>Sends the bytes of a new file where <see cref="IFilesApi.GetUploadUrlExternal"/> said. Without our token: the address is its own permission.</summary>
    /// <param name="uploadUrl">The ticket's address.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task Upload(string uploadUrl, byte[] content, CancellationToken cancellationToken = default);

    /// <summary>Posts an answer to a response_url: up to five within 30 minutes. Without our token, and only to Slack's own hosts.</summary>
    /// <exception cref="ArgumentException">The address is not one of Slack's.</exception>
    Task Respond(string responseUrl, ResponseMessage message, CancellationToken cancellationToken = default);
}

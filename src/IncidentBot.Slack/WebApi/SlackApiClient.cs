using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>The Web API over HTTP. One instance per workspace: the circuit breaker is its own.</summary>
public sealed class SlackApiClient : ISlackApiClient
{
    private readonly ResponseUrl _responseUrls;
    private readonly WebApiCaller _slack;

    /// <summary>A client for one workspace.</summary>
    /// <param name="options">Which Slack, and as whom.</param>
    /// <param name="http">
    /// Sends the requests; must bring no Authorization header of its own, and should not follow redirects
    /// (<see cref="CreateHandler"/> makes such a handler).
    /// </param>
    /// <param name="time">Measures timeouts, waits and the breaker.</param>
    /// <exception cref="ArgumentException">The base URL or the token is unusable, or the HttpClient authorizes everything it sends.</exception>
    public SlackApiClient(SlackApiOptions options, HttpClient http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(http);
        if (http.DefaultRequestHeaders.Authorization is not null)
            throw new ArgumentException("An HttpClient with a default Authorization header would send it to response URLs too.", nameof(http));

        var baseUrl = options.NormalizedBaseUrl();
        _responseUrls = new ResponseUrl(baseUrl);
        _slack = new WebApiCaller(baseUrl, options.CheckedToken(), http, time);
        Auth = new AuthApi(_slack);
        Chat = new ChatApi(_slack);
        Conversations = new ConversationsApi(_slack);
        Views = new ViewsApi(_slack);
        Reactions = new ReactionsApi(_slack);
        Pins = new PinsApi(_slack);
        Users = new UsersApi(_slack);
        UserGroups = new UserGroupsApi(_slack);
        Files = new FilesApi(_slack);
    }

    /// <inheritdoc/>
    public IAuthApi Auth { get; }

    /// <inheritdoc/>
    public IChatApi Chat { get; }

    /// <inheritdoc/>
    public IConversationsApi Conversations { get; }

    /// <inheritdoc/>
    public IViewsApi Views { get; }

    /// <inheritdoc/>
    public IReactionsApi Reactions { get; }

    /// <inheritdoc/>
    public IPinsApi Pins { get; }

    /// <inheritdoc/>
    public IUsersApi Users { get; }

    /// <inheritdoc/>
    public IUserGroupsApi UserGroups { get; }

    /// <inheritdoc/>
    public IFilesApi Files { get; }

    /// <summary>The handler meant for the client: no redirects (they could lead away from Slack), no cookies, fresh DNS every few minutes.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public Task Respond(string responseUrl, ResponseMessage message, CancellationToken cancellationToken = default) =>
        _slack.Respond(_responseUrls.Checked(responseUrl), SlackJson.SerializeToUtf8Bytes(message), cancellationToken);

    /// <inheritdoc/>
    public Task<long> Download(string url, string mimetype, Stream to, long most, CancellationToken cancellationToken = default) =>
        _slack.Download(url, mimetype, to, most, cancellationToken);

    /// <inheritdoc/>
    public Task Upload(string uploadUrl, byte[] content, CancellationToken cancellationToken = default) => _slack.Upload(uploadUrl, content, cancellationToken);
}

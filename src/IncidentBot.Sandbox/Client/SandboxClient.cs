using System.Text.Json;

namespace IncidentBot.Sandbox;

/// <summary>Drives a sandbox over its control API, from this process or another. Calls throw <see cref="SandboxException"/> when refused.</summary>
/// <param name="sandboxUrl">The root address (<see cref="SandboxServer.Url"/>).</param>
public sealed class SandboxClient(Uri sandboxUrl) : IDisposable
{
    private readonly ControlHttp _http = new(sandboxUrl);

    /// <summary>Acts as a person.</summary>
    /// <param name="userId">The user id.</param>
    public SandboxPerson As(string userId) => new(_http, userId);

    /// <summary>Acts as the person with a short name, such as <c>alice</c>.</summary>
    public async Task<SandboxPerson> AsNamedAsync(string name, CancellationToken cancellationToken = default)
    {
        var state = await StateAsync(cancellationToken: cancellationToken);
        var person = state.People.FirstOrDefault(each => each.Name == name)
            ?? throw new SandboxException("no_such_person", $"Nobody is called {name}.");
        return As(person.Id);
    }

    /// <summary>The workspace as a person sees it; without one, as the first person does.</summary>
    public Task<SandboxState> StateAsync(string? asUserId = null, CancellationToken cancellationToken = default) =>
        _http.GetAsync<SandboxState>(asUserId is null ? "state" : $"state?as={asUserId}", cancellationToken);

    /// <summary>Creates a channel as its first member does.</summary>
    /// <returns>The channel id.</returns>
    public async Task<string> CreateChannelAsync(
        string name, IReadOnlyList<string> members, bool isPrivate = false, CancellationToken cancellationToken = default)
    {
        var answer = await _http.SendAsync<JsonElement>(
            HttpMethod.Post, "channels", cancellationToken, ("name", name), ("members", members), ("is_private", isPrivate));
        return answer.GetProperty("channel").GetString()!;
    }

    /// <summary>Deletes a channel for good.</summary>
    public Task DeleteChannelAsync(string channel, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Delete, $"channels/{channel}", cancellationToken);

    /// <summary>Adds a person to the workspace; with another <paramref name="team"/>, somebody of that workspace who may join channels here. A <paramref name="guest"/> of this one is <c>multi_channel</c> or <c>single_channel</c>.</summary>
    /// <returns>The user id.</returns>
    public async Task<string> CreatePersonAsync(
        string name, string realName, string? tz, string? team = null, string? guest = null, CancellationToken cancellationToken = default)
    {
        var answer = await _http.SendAsync<JsonElement>(
            HttpMethod.Post, "people", cancellationToken, ("name", name), ("real_name", realName), ("tz", tz), ("team", team), ("guest", guest));
        return answer.GetProperty("user").GetString()!;
    }

    /// <summary>Makes a user group, as a person does.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateUserGroupAsync(
        string name, string handle, IReadOnlyList<string> users, CancellationToken cancellationToken = default)
    {
        var answer = await _http.SendAsync<JsonElement>(
            HttpMethod.Post, "usergroups", cancellationToken, ("name", name), ("handle", handle), ("users", users));
        return answer.GetProperty("usergroup").GetString()!;
    }

    /// <summary>Moves the clock forward and waits until the clocks that follow it have taken the move.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "clock", cancellationToken, ("advance_seconds", by.TotalSeconds));

    /// <summary>Moves the clock forward to a moment and waits until the clocks that follow it have taken the move.</summary>
    public Task MoveClockAsync(DateTimeOffset to, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "clock", cancellationToken, ("to", to.ToUniversalTime()));

    /// <summary>The workspace's time, UTC.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken = default) =>
        (await _http.GetAsync<JsonElement>("clock", cancellationToken)).GetProperty("now").GetDateTimeOffset();

    /// <summary>Renames the workspace or gives it another address; what is null stays.</summary>
    public Task ChangeTeamAsync(string? name = null, string? domain = null, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Patch, "team", cancellationToken, ("name", name), ("domain", domain));

    /// <summary>Removes the app from the workspace: its token is refused until <see cref="ReinstallAsync"/>.</summary>
    public Task UninstallAsync(CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "app/uninstall", cancellationToken);

    /// <summary>Revokes the bot token.</summary>
    public Task RevokeAsync(CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "app/revoke", cancellationToken);

    /// <summary>Installs the app again, with the token it had.</summary>
    public Task ReinstallAsync(CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "app/reinstall", cancellationToken);

    /// <summary>Makes something go wrong the next few times; the README lists the kinds.</summary>
    /// <param name="on">A Web API method, <c>response_url</c> or <c>delivery</c>.</param>
    /// <param name="kind">What goes wrong.</param>
    /// <param name="times">How often.</param>
    /// <param name="retryAfter">Seconds, for <c>ratelimited</c> and <c>delay</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task FaultAsync(
        string on, string kind, int times = 1, int retryAfter = 1, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(
            HttpMethod.Post, "faults", cancellationToken, ("on", on), ("kind", kind), ("times", times), ("retry_after", retryAfter));

    /// <summary>Has every cursor given out so far refused, as Slack's expire.</summary>
    public Task ExpireCursorsAsync(CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Delete, "cursors", cancellationToken);

    /// <summary>Takes back all faults still to come.</summary>
    public Task ClearFaultsAsync(CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Delete, "faults", cancellationToken);

    /// <summary>What was called and delivered, and what came back, oldest first.</summary>
    /// <param name="after">Only entries with a larger number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<SandboxJournalEntry>> JournalAsync(long after = 0, CancellationToken cancellationToken = default) =>
        (await _http.GetAsync<JournalAnswer>($"journal?after={after}", cancellationToken)).Entries;

    /// <summary>Waits until nothing was called or delivered for a while.</summary>
    /// <returns>False if that did not come about in time. Both times are real.</returns>
    public async Task<bool> QuietAsync(
        TimeSpan? forLong = null, TimeSpan? within = null, CancellationToken cancellationToken = default)
    {
        var answer = await _http.SendAsync<JsonElement>(
            HttpMethod.Post,
            "quiet",
            cancellationToken,
            ("for_ms", (forLong ?? TimeSpan.FromMilliseconds(200)).TotalMilliseconds),
            ("within_ms", (within ?? TimeSpan.FromSeconds(10)).TotalMilliseconds));
        return answer.GetProperty("quiet").GetBoolean();
    }

    /// <summary>Sends one recorded event again: same body and event_id, new signature.</summary>
    /// <param name="entry">The number of its journal entry.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RedeliverAsync(long entry, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "redeliver", cancellationToken, ("entry", entry));

    /// <summary>Sends every event again whose latest attempt failed.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RedeliverAllFailedAsync(CancellationToken cancellationToken = default) =>
        (await _http.SendAsync<JsonElement>(HttpMethod.Post, "redeliver", cancellationToken, ("entry", "all_failed")))
            .GetProperty("count").GetInt32();

    /// <summary>Registers where the app is reached; refused with <c>challenge_not_echoed</c> when it does not echo the challenge.</summary>
    public Task InstallAppAsync(
        Uri requestUrl, Uri? commandUrl = null, Uri? interactivityUrl = null, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(
            HttpMethod.Post,
            "app",
            cancellationToken,
            ("request_url", requestUrl),
            ("command_url", commandUrl),
            ("interactivity_url", interactivityUrl));

    /// <summary>Sends the ssl_check probe to the command address.</summary>
    public async Task<SandboxDelivery> ProbeAppAsync(CancellationToken cancellationToken = default) =>
        (await _http.SendAsync<DeliveryAnswer>(HttpMethod.Post, "app/probe", cancellationToken)).Delivery!;

    /// <summary>Switches event subscriptions on again after too many failures switched them off.</summary>
    public Task EnableEventsAsync(CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(HttpMethod.Post, "app/enable", cancellationToken);

    /// <summary>Does something to the app's sockets: <c>refresh</c>, <c>cut</c>, <c>switch_off</c> or <c>switch_on</c>.</summary>
    /// <param name="act">What.</param>
    /// <param name="count">To how many of them, oldest first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many are open.</returns>
    public async Task<int> SocketsAsync(string act, int count = 10, CancellationToken cancellationToken = default) =>
        (await _http.SendAsync<JsonElement>(HttpMethod.Post, "sockets", cancellationToken, ("do", act), ("count", count)))
            .GetProperty("sockets").GetInt32();

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}

/// <summary>The journal's envelope.</summary>
internal sealed record JournalAnswer(IReadOnlyList<SandboxJournalEntry> Entries);

/// <summary>The envelope of acts that wait for the app.</summary>
internal sealed record DeliveryAnswer(SandboxDelivery? Delivery);

using System.Net.WebSockets;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.SocketMode;

/// <summary>
/// All sockets of the app: at most ten, each payload goes over any one of them (Slack docs: Using Socket Mode). While Socket
/// Mode is on, nothing goes over HTTP.
/// </summary>
internal sealed class SocketLinks(SlackWorkspace workspace, Journal journal)
{
    private const int Most = 10;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WarningBefore = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DebugLife = TimeSpan.FromSeconds(360);

    private readonly Lock _gate = new();
    private readonly List<SocketLink> _links = [];
    private int _next;

    /// <summary>Whether the app is reached over sockets.</summary>
    public bool IsOn { get; private set; } = workspace.App.Manifest.SocketMode;

    /// <summary>Whether the app ever connected; before, nobody listens.</summary>
    public bool WasUsed { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate)
                return _links.Count;
        }
    }

    /// <summary>Serves one connection until it ends.</summary>
    public async Task ServeAsync(WebSocket socket, bool isDebug, CancellationToken stop)
    {
        using var link = new SocketLink(socket, Complain);
        if (Enter(link) is not { } connections)
        {
            await link.SendAsync(SocketFrames.Disconnect("too_many_websockets"));
            await link.CloseAsync(TimeSpan.Zero);
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            var life = isDebug ? DebugLife : workspace.Options.SocketLife;
            await link.SendAsync(SocketFrames.Hello(workspace, connections, life));
            link.TakesMore = true;
            WasUsed = true;
            workspace.Changes.Everybody();
            _ = GrowOldAsync(link, life, ended.Token);
            await link.ReadAsync();
        }
        catch (WebSocketException)
        {
            link.Cut();
        }
        finally
        {
            await ended.CancelAsync();
            lock (_gate)
                _links.Remove(link);
            workspace.Changes.Everybody();
        }
    }

    /// <summary>Sends one delivery over one of the sockets.</summary>
    public async Task<Attempt> SendAsync(Delivery delivery, int retry, bool cutsAfterwards, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        if (Pick() is not { } link)
            return Failed("connection_failed", started);
        try
        {
            var envelope = SocketFrames.Envelope(workspace, delivery, retry);
            var payload = await link.DeliverAsync(envelope, Deadline, cutsAfterwards, cancellationToken);
            if (payload is not null && !(bool)envelope["accepts_response_payload"]!)
                Complain("payload_not_accepted");
            var body = payload is null || !(bool)envelope["accepts_response_payload"]! ? "" : payload.ToJsonString();
            return new Attempt(200, body, "application/json", TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, null, NoRetry: false);
        }
        catch (TimeoutException)
        {
            return Failed("timeout", started);
        }
        catch (WebSocketException)
        {
            return Failed("connection_failed", started);
        }
    }

    /// <summary>Renews sockets as Slack does now and then: a warning, ten seconds later a request to refresh, then the end.</summary>
    /// <param name="most">How many of them, oldest first.</param>
    /// <param name="stop">Ends with the sandbox.</param>
    public void Refresh(int most, CancellationToken stop)
    {
        foreach (var link in Open().Where(link => !link.IsEnding).Take(most))
            _ = RenewAsync(link, stop);
    }

    /// <summary>Breaks sockets without a word.</summary>
    public void Cut(int most)
    {
        foreach (var link in Open().Take(most))
            link.Cut();
    }

    /// <summary>Socket Mode is switched off in the app's settings: every socket is told so and closed.</summary>
    public async Task SwitchOffAsync()
    {
        IsOn = false;
        foreach (var link in Open())
        {
            await TellAsync(link, "link_disabled");
            await link.CloseAsync(Deadline);
        }
    }

    public void SwitchOn() => IsOn = true;

    private static Attempt Failed(string failure, long started) =>
        new(0, "", null, TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, failure, NoRetry: false);

    private static async Task<bool> TellAsync(SocketLink link, string reason)
    {
        try
        {
            await link.SendAsync(SocketFrames.Disconnect(reason));
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private int? Enter(SocketLink link)
    {
        lock (_gate)
        {
            if (_links.Count >= Most)
                return null;
            // Before its hello nothing else may go over it.
            link.TakesMore = false;
            _links.Add(link);
            return _links.Count;
        }
    }

    private SocketLink? Pick()
    {
        lock (_gate)
        {
            var open = _links.FindAll(link => link.TakesMore);
            return open.Count == 0 ? null : open[(int)((uint)_next++ % (uint)open.Count)];
        }
    }

    private List<SocketLink> Open()
    {
        lock (_gate)
            return [.. _links];
    }

    private async Task GrowOldAsync(SocketLink link, TimeSpan life, CancellationToken ended)
    {
        await Task.Delay(life - WarningBefore, workspace.Clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCancellationRequested && !link.IsEnding)
            await RenewAsync(link, ended);
    }

    private async Task RenewAsync(SocketLink link, CancellationToken ended)
    {
        link.IsEnding = true;
        if (!await TellAsync(link, "warning"))
            return;
        await Task.Delay(WarningBefore, workspace.Clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsCancellationRequested)
            return;
        link.TakesMore = false;
        if (await TellAsync(link, "refresh_requested"))
            await link.CloseAsync(Deadline);
    }

    private void Complain(string what) =>
        journal.Add(new JournalEntry { Direction = "socket", Method = "frame", Outcome = what });
}

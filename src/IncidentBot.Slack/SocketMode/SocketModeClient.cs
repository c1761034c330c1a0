namespace IncidentBot.Slack.SocketMode;

/// <summary>Listens to Slack over Socket Mode, on several connections at once. Slack docs: Using Socket Mode.</summary>
public sealed class SocketModeClient
{
    private readonly SocketPlace[] _places;
    private readonly SocketCount _open = new();
    private readonly ISocketModeListener _listener;
    private volatile bool _isSwitchedOff;

    /// <summary>A client that listens for one app.</summary>
    /// <param name="options">Which Slack, as which app, on how many connections.</param>
    /// <param name="http">Asks for addresses; must bring no Authorization header of its own, and should not follow redirects.</param>
    /// <param name="listener">Takes what comes.</param>
    /// <param name="time">Measures waits and timeouts.</param>
    /// <exception cref="ArgumentException">The address, the token or the number of connections is unusable.</exception>
    public SocketModeClient(SocketModeOptions options, HttpClient http, ISocketModeListener listener, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(http);
        if (options.Connections is < 1 or > SocketModeOptions.MostConnections)
            throw new ArgumentException($"There are 1 to {SocketModeOptions.MostConnections} connections.", nameof(options));
        var opener = new SocketOpener(options, http, time);
        _listener = listener;
        _places = [.. Enumerable.Range(0, options.Connections).Select(_ => new SocketPlace(opener, listener, _open, time))];
    }

    /// <summary>How many connections are open now.</summary>
    public int OpenConnections => _open.Now;

    /// <summary>Whether Socket Mode was switched off in the app's settings. Then nothing comes until the app is started again.</summary>
    public bool IsSwitchedOff => _isSwitchedOff;

    /// <summary>Listens until cancelled; what is being handled then is still acknowledged.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await Task.WhenAll(_places.Select(place => place.KeepAsync(SwitchOff, stop.Token)));
        }
        catch (OperationCanceledException) when (_isSwitchedOff && !cancellationToken.IsCancellationRequested)
        {
            _listener.Notice(new SocketNotice.SwitchedOff());
            return;
        }

        if (_isSwitchedOff)
            _listener.Notice(new SocketNotice.SwitchedOff());

        void SwitchOff()
        {
            _isSwitchedOff = true;
            stop.Cancel();
        }
    }
}

/// <summary>Counts open connections.</summary>
internal sealed class SocketCount
{
    private int _now;

    public int Now => Volatile.Read(ref _now);

    public void Add() => Interlocked.Increment(ref _now);

    public void Remove() => Interlocked.Decrement(ref _now);
}

namespace IncidentBot.Slack.SocketMode;

/// <summary>Takes what comes over the sockets.</summary>
public interface ISocketModeListener
{
    /// <summary>Takes one envelope; many at a time. Slack wants the answer within three seconds.</summary>
    Task<SocketAnswer> HandleAsync(SocketEnvelope envelope);

    /// <summary>Hears what happens to the connections, for the log.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="cause">The failure behind it, when there is one.</param>
    void Notice(SocketNotice notice, Exception? cause = null);
}

/// <summary>Something that happened to the connections. Holds no secret and nothing people wrote.</summary>
public abstract record SocketNotice
{
    private SocketNotice()
    {
    }

    /// <summary>Slack said hello: this connection is ready.</summary>
    /// <param name="Connections">How many the app has open now, as Slack counts.</param>
    public sealed record Opened(int Connections) : SocketNotice;

    /// <summary>Slack will end a connection; another one is opened before.</summary>
    /// <param name="Reason"><c>warning</c> or <c>refresh_requested</c>.</param>
    public sealed record Refreshing(string Reason) : SocketNotice;

    /// <summary>A connection ended without notice.</summary>
    public sealed record Lost : SocketNotice;

    /// <summary>No connection could be opened; it is tried again.</summary>
    /// <param name="Why">Slack's error code, or what went wrong.</param>
    /// <param name="After">When it is tried again.</param>
    public sealed record NotOpened(string Why, TimeSpan After) : SocketNotice;

    /// <summary>Socket Mode was switched off in the app's settings; nothing is tried again.</summary>
    public sealed record SwitchedOff : SocketNotice;

    /// <summary>A frame of a kind not known yet; acknowledged when it can be.</summary>
    /// <param name="Type">The kind, or <c>unreadable</c>.</param>
    public sealed record UnknownFrame(string Type) : SocketNotice;

    /// <summary>An envelope could not be handled, or its acknowledgement not sent; Slack sends it again.</summary>
    /// <param name="Type">The envelope's kind.</param>
    public sealed record NotAcknowledged(string Type) : SocketNotice;
}

using System.Buffers;
using System.Net.WebSockets;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Why a connection is about to end, or has ended.</summary>
/// <param name="Reason">Slack's word; null when it ended without one.</param>
/// <param name="Cause">The failure behind it, when there is one.</param>
internal sealed record SocketLeaving(string? Reason, Exception? Cause);

/// <summary>One open socket: reads frames, hands envelopes on, many at a time, and acknowledges those that are safe.</summary>
internal sealed class SocketConnection : IDisposable
{
    /// <summary>Larger than anything Slack sends: a view is at most 250 kB (Slack docs: Views).</summary>
    private const int LargestMessage = 1024 * 1024;

    /// <summary>Above it nothing more is read until something was acknowledged.</summary>
    private const int MostAtOnce = 256;

    private static readonly TimeSpan ClosingTakes = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly ISocketModeListener _listener;
    private readonly ArrayBufferWriter<byte> _message = new(16 * 1024);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource<SocketLeaving> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SocketConnection(WebSocket socket, ISocketModeListener listener)
    {
        _socket = socket;
        _listener = listener;
        Ended = Task.CompletedTask;
    }

    /// <summary>Completes as soon as another connection is wanted in its place.</summary>
    public Task<SocketLeaving> Leaving => _leaving.Task;

    /// <summary>Completes when nothing more comes.</summary>
    public Task Ended { get; private set; }

    /// <summary>Waits for Slack's hello; only then is a socket ready.</summary>
    /// <exception cref="SocketRefusedException">Slack says something else first.</exception>
    /// <exception cref="WebSocketException">The socket broke.</exception>
    public static async Task<SocketConnection> StartAsync(WebSocket socket, ISocketModeListener listener, CancellationToken cancellationToken)
    {
        var connection = new SocketConnection(socket, listener);
        try
        {
            var first = await connection.ReadTextAsync(cancellationToken);
            var hello = first is null ? null : SocketFrame.Read(first.Value) as SocketFrame.Hello;
            if (hello is null)
                throw new SocketRefusedException(first is { } said && SocketFrame.Read(said) is SocketFrame.Disconnect no ? no.Reason : "no hello");
            listener.Notice(new SocketNotice.Opened(hello.Connections));
            connection.Ended = connection.ReadAllAsync();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Ends it from our side: what is being handled is acknowledged first, what comes now is left for another connection.</summary>
    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(ClosingTakes, TimeProvider.System);
        try
        {
            await SettleAsync(patience.Token);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            _leaving.TrySetResult(new SocketLeaving(null, broken));
        }

        await _closing.CancelAsync();
        _socket.Abort();
        await Ended;
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }

    private static bool IsBroken(Exception failure) =>
        failure is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    private async Task ReadAllAsync()
    {
        Exception? cause = null;
        try
        {
            while (await ReadTextAsync(CancellationToken.None) is { } json)
                await TakeAsync(SocketFrame.Read(json));
            await CloseBackAsync();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            cause = broken;
            _socket.Abort();
        }

        _leaving.TrySetResult(new SocketLeaving(null, cause));
    }

    private async Task CloseBackAsync()
    {
        using var patience = new CancellationTokenSource(ClosingTakes, TimeProvider.System);
        await SettleAsync(patience.Token);
        if (_socket.State == WebSocketState.CloseReceived)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
    }

    private async Task TakeAsync(SocketFrame frame)
    {
        switch (frame)
        {
            case SocketFrame.Enveloped { Envelope: var envelope }:
                await _room.WaitAsync(_closing.Token);
                _ = AnswerAsync(envelope);
                break;
            case SocketFrame.Disconnect disconnect:
                _leaving.TrySetResult(new SocketLeaving(disconnect.Reason, null));
                break;
            case SocketFrame.Unknown unknown:
                _listener.Notice(new SocketNotice.UnknownFrame(unknown.Type));
                break;
        }
    }

    /// <summary>Nobody waits for this, so whatever goes wrong is told to the listener; without an acknowledgement Slack sends again.</summary>
    private async Task AnswerAsync(SocketEnvelope envelope)
    {
        try
        {
            if (envelope.ContentType is null)
                _listener.Notice(new SocketNotice.UnknownFrame(envelope.Type));
            var answer = envelope.ContentType is null ? new SocketAnswer.Acknowledge() : await _listener.HandleAsync(envelope);
            if (answer is SocketAnswer.Acknowledge safe)
                await SendAsync(Acknowledgement.Of(envelope, safe.Payload));
        }
        catch (Exception failure)
        {
            _listener.Notice(new SocketNotice.NotAcknowledged(envelope.Type), failure);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> text)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Waits until nothing is being handled, and lets nothing new begin.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        for (var taken = 0; taken < MostAtOnce; taken++)
            await _room.WaitAsync(cancellationToken);
    }

    /// <summary>The next whole message; null when Slack closes. It is overwritten by the one after it.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadTextAsync(CancellationToken cancellationToken)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var part = await _socket.ReceiveAsync(_message.GetMemory(4 * 1024), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            _message.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Binary || _message.WrittenCount > LargestMessage)
                throw new WebSocketException(WebSocketError.InvalidMessageType, "Slack sends text of at most a megabyte.");
            if (part.EndOfMessage)
                return _message.WrittenMemory;
        }
    }
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.SocketMode;

/// <summary>
/// One socket to the app. Sends envelopes and matches acknowledgements by envelope_id (Slack docs: Using Socket Mode). What
/// is not a text frame with a JSON object that names an envelope is a fault of the app's and ends the connection.
/// </summary>
internal sealed class SocketLink(WebSocket socket, Action<string> complain) : IDisposable
{
    private const int LargestMessage = 1024 * 1024;

    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _waiting = new();

    /// <summary>Whether new envelopes may be sent here; not once its end was announced.</summary>
    public bool TakesMore { get; set; } = true;

    /// <summary>Whether its end was announced.</summary>
    public bool IsEnding { get; set; }

    /// <summary>Sends an envelope and waits for its acknowledgement.</summary>
    /// <returns>The acknowledgement's payload, if it has one.</returns>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    /// <exception cref="WebSocketException">The connection ended first.</exception>
    public async Task<JsonNode?> DeliverAsync(JsonObject envelope, TimeSpan deadline, bool cutsAfterwards, CancellationToken cancellationToken)
    {
        var id = (string)envelope["envelope_id"]!;
        var acknowledged = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = acknowledged;
        try
        {
            await SendAsync(envelope);
            if (cutsAfterwards)
                Cut();
            return await acknowledged.Task.WaitAsync(deadline, TimeProvider.System, cancellationToken);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async Task SendAsync(JsonObject frame)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(frame);
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is ObjectDisposedException or IOException or OperationCanceledException)
        {
            throw new WebSocketException("The connection is gone.", gone);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads acknowledgements until the connection ends.</summary>
    public async Task ReadAsync()
    {
        try
        {
            while (await ReadTextAsync() is { } text)
                Acknowledge(text);
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            socket.Abort();
        }
        finally
        {
            TakesMore = false;
            foreach (var (_, waiting) in _waiting)
                waiting.TrySetException(new WebSocketException("The connection ended before the acknowledgement."));
        }
    }

    /// <summary>Closes it as Slack does, once nothing waits for an acknowledgement any more.</summary>
    public async Task CloseAsync(TimeSpan patience)
    {
        TakesMore = false;
        var started = TimeProvider.System.GetTimestamp();
        while (!_waiting.IsEmpty && TimeProvider.System.GetElapsedTime(started) < patience)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    /// <summary>Ends it without a word, as a broken network does.</summary>
    public void Cut()
    {
        TakesMore = false;
        socket.Abort();
    }

    public void Dispose() => socket.Dispose();

    private void Acknowledge(ReadOnlyMemory<byte> text)
    {
        JsonObject? acknowledgement;
        try
        {
            acknowledgement = JsonNode.Parse(text.Span) as JsonObject;
        }
        catch (JsonException)
        {
            acknowledgement = null;
        }

        // Clients of some languages also send pings of their own as text; those name no envelope and are left.
        if (acknowledgement?["type"] is JsonValue type && type.ToString() == "ping")
            return;
        if (acknowledgement?["envelope_id"] is not JsonValue id || id.GetValueKind() != JsonValueKind.String)
        {
            complain("not_an_acknowledgement");
            Cut();
        }
        else if (!_waiting.TryGetValue((string)id!, out var waiting))
        {
            complain("late_or_unknown_envelope");
        }
        else
        {
            waiting.TrySetResult(acknowledgement["payload"]?.DeepClone());
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReadTextAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(4 * 1024), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Binary || message.WrittenCount > LargestMessage)
            {
                complain("not_a_text_frame");
                throw new WebSocketException(WebSocketError.InvalidMessageType);
            }

            if (part.EndOfMessage)
                return message.WrittenMemory;
        }
    }
}

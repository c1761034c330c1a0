using System.Runtime.InteropServices;
using System.Text.Json;

namespace IncidentBot.Slack.SocketMode;

/// <summary>One frame from Slack, read. Slack docs: Using Socket Mode.</summary>
internal abstract record SocketFrame
{
    private SocketFrame()
    {
    }

    /// <summary>Reads one text frame; unknown fields and kinds are no errors.</summary>
    public static SocketFrame Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new Unknown("unreadable");
            var type = Text(root, "type") ?? "untyped";
            return type switch
            {
                "hello" => new Hello(Number(root, "num_connections")),
                "disconnect" => new Disconnect(Text(root, "reason") ?? "unnamed"),
                _ when Text(root, "envelope_id") is { Length: > 0 } id => new Enveloped(new SocketEnvelope(
                    id, type, Flag(root, "accepts_response_payload"), Number(root, "retry_attempt"), Payload(root))),
                _ => new Unknown(type),
            };
        }
        catch (JsonException)
        {
            // The exception's words may quote the frame, so they stay here.
            return new Unknown("unreadable");
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static ReadOnlyMemory<byte> Payload(JsonElement json) =>
        json.TryGetProperty("payload", out var payload) ? JsonMarshal.GetRawUtf8Value(payload).ToArray() : default;

    internal sealed record Hello(int Connections) : SocketFrame;

    internal sealed record Disconnect(string Reason) : SocketFrame;

    internal sealed record Enveloped(SocketEnvelope Envelope) : SocketFrame;

    internal sealed record Unknown(string Type) : SocketFrame;
}

using System.Buffers;
using System.Text.Json;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Writes what tells Slack that an envelope is safe. Slack docs: Using Socket Mode, acknowledging events.</summary>
internal static class Acknowledgement
{
    public static ReadOnlyMemory<byte> Of(SocketEnvelope envelope, ReadOnlyMemory<byte>? payload)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id"u8, envelope.EnvelopeId);
            if (payload is { } answer && envelope.AcceptsResponsePayload)
            {
                json.WritePropertyName("payload"u8);
                json.WriteRawValue(answer.Span);
            }

            json.WriteEndObject();
        }

        return text.WrittenMemory;
    }
}

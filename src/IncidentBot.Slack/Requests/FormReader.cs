using System.Buffers;

namespace IncidentBot.Slack.Requests;

/// <summary>Reads what Slack sends as a form: interactions (one field, <c>payload</c>), commands and certificate checks.</summary>
internal static class FormReader
{
    public static SlackReading Read(ReadOnlySpan<byte> body)
    {
        var command = new CommandForm();
        ReadOnlySpan<byte> payload = [];
        var hasPayload = false;
        var isSslCheck = false;

        var pairs = new FormPairs(body);
        while (pairs.MoveNext())
        {
            if (pairs.Name.SequenceEqual("payload"u8))
            {
                if (hasPayload) return SlackReading.Malformed("A form field came twice.");
                payload = pairs.Value;
                hasPayload = true;
            }
            else if (pairs.Name.SequenceEqual("ssl_check"u8))
            {
                isSslCheck = true;
            }
            else if (command.Take(pairs.Name, pairs.Value) is { } complaint)
            {
                return SlackReading.Malformed(complaint);
            }
        }

        if (hasPayload) return ReadPayload(payload);
        if (isSslCheck) return new SlackReading.Understood(new SslCheck());
        return command.ToReading();
    }

    private static SlackReading ReadPayload(ReadOnlySpan<byte> encoded)
    {
        var json = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            return FormText.TryDecode(encoded, json, out var length)
                ? InteractionReader.Read(json.AsSpan(0, length))
                : SlackReading.Malformed("The form's encoding is broken.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
        }
    }
}

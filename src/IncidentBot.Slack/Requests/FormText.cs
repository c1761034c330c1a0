using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace IncidentBot.Slack.Requests;

/// <summary>Decodes form values: plus is a space, percent and two hex digits is a byte, and the bytes must be UTF-8.</summary>
internal static class FormText
{
    private static readonly SearchValues<byte> Encoded = SearchValues.Create("%+"u8);

    /// <summary>The decoded text; null when the encoding is broken.</summary>
    public static string? Read(ReadOnlySpan<byte> value)
    {
        if (!value.ContainsAny(Encoded)) return Encoding.UTF8.GetString(value);

        var buffer = ArrayPool<byte>.Shared.Rent(value.Length);
        try
        {
            return TryDecode(value, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Decodes into a buffer at least as long as the value; false when an escape is broken or the bytes are not UTF-8.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> value, Span<byte> decoded, out int length)
    {
        length = 0;
        while (!value.IsEmpty)
        {
            var plain = value.IndexOfAny(Encoded);
            if (plain < 0) plain = value.Length;
            value[..plain].CopyTo(decoded[length..]);
            length += plain;
            value = value[plain..];
            if (value.IsEmpty) break;

            if (value[0] == '+')
            {
                decoded[length++] = (byte)' ';
                value = value[1..];
                continue;
            }

            if (value.Length < 3
                || Convert.FromHexString(value.Slice(1, 2), decoded[length..], out _, out _) != OperationStatus.Done)
            {
                return false;
            }

            length++;
            value = value[3..];
        }

        return Utf8.IsValid(decoded[..length]);
    }
}

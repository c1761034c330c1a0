using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Slack.Requests;

/// <summary>Signs and verifies request bodies as Slack does. Slack docs: Verifying requests from Slack.</summary>
public static class SlackSignature
{
    /// <summary>How far a timestamp may be from our clock, in either direction, in seconds.</summary>
    public const int WindowSeconds = 300;

    private const string Version = "v0=";
    private const int MaxTimestampDigits = 12;

    /// <summary>The value of <c>X-Slack-Signature</c> for these exact body bytes: <c>v0=</c> and 64 lower-case hex digits.</summary>
    /// <param name="secret">The app's signing secret.</param>
    /// <param name="timestamp">The value of <c>X-Slack-Request-Timestamp</c>: Unix seconds in decimal digits.</param>
    /// <param name="body">The body exactly as it travels.</param>
    /// <exception cref="ArgumentException">The timestamp is not made of one to twelve digits.</exception>
    public static string Sign(SigningSecret secret, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (!IsTimestamp(timestamp))
            throw new ArgumentException("A timestamp is Unix seconds in decimal digits.", nameof(timestamp));

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(secret, timestamp, body, mac);
        return Version + Convert.ToHexStringLower(mac);
    }

    /// <summary>
    /// Judges a request before anything of it is parsed. The window is absolute, so stamps from the future are refused as well,
    /// and the comparison takes the same time wherever the difference is.
    /// </summary>
    /// <param name="secret">The app's signing secret.</param>
    /// <param name="timestamp">The header <c>X-Slack-Request-Timestamp</c>, or null when absent.</param>
    /// <param name="signature">The header <c>X-Slack-Signature</c>, or null when absent.</param>
    /// <param name="body">The body exactly as received, before any decoding.</param>
    /// <param name="now">The time of arrival.</param>
    public static SignatureVerdict Verify(
        SigningSecret secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature)) return SignatureVerdict.Missing;

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!IsTimestamp(timestamp) || !TryReadSignature(signature, claimed)) return SignatureVerdict.Malformed;

        var sentAt = long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
        if (Math.Abs(now.ToUnixTimeSeconds() - sentAt) > WindowSeconds) return SignatureVerdict.Stale;

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(secret, timestamp, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, claimed) ? SignatureVerdict.Valid : SignatureVerdict.Wrong;
    }

    private static bool IsTimestamp(string? text) =>
        text is { Length: > 0 and <= MaxTimestampDigits } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool TryReadSignature(string signature, Span<byte> mac) =>
        signature.Length == Version.Length + (2 * mac.Length)
        && signature.StartsWith(Version, StringComparison.Ordinal)
        && Convert.FromHexString(signature.AsSpan(Version.Length), mac, out _, out _) == OperationStatus.Done;

    private static void Hash(SigningSecret secret, string timestamp, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        // One pooled copy is cheaper than an incremental hash object per request.
        var buffer = ArrayPool<byte>.Shared.Rent(3 + timestamp.Length + 1 + body.Length);
        try
        {
            "v0:"u8.CopyTo(buffer);
            var length = 3 + Encoding.ASCII.GetBytes(timestamp, buffer.AsSpan(3));
            buffer[length++] = (byte)':';
            body.CopyTo(buffer.AsSpan(length));
            HMACSHA256.HashData(secret.Bytes, buffer.AsSpan(0, length + body.Length), mac);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

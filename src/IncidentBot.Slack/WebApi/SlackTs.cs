using System.Globalization;

namespace IncidentBot.Slack.WebApi;

/// <summary>
/// Slack's timestamps: texts of Unix seconds, a dot and six digits, which are ids first and times second.
/// Slack docs: Retrieving messages, message timestamps.
/// </summary>
public static class SlackTs
{
    private const int FractionDigits = 6;

    /// <summary>The moment in UTC, to the microsecond. Takes the form without the dot too, which some events have.</summary>
    /// <exception cref="FormatException">It is not a timestamp.</exception>
    public static DateTimeOffset ToTime(string ts)
    {
        ArgumentNullException.ThrowIfNull(ts);
        var dotted = !ts.Contains('.', StringComparison.Ordinal) && ts.Length > FractionDigits
            ? $"{ts.AsSpan(0, ts.Length - FractionDigits)}.{ts.AsSpan(ts.Length - FractionDigits)}"
            : ts;
        if (!IsValid(dotted)) throw new FormatException("A Slack timestamp is Unix seconds, a dot and six digits.");

        var dot = dotted.Length - FractionDigits - 1;
        var seconds = long.Parse(dotted.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture);
        var micros = long.Parse(dotted.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(micros * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The moment as a timestamp, microseconds cut off: for bounds in histories, not for making up ids.</summary>
    public static string FromTime(DateTimeOffset time)
    {
        var micros = (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
        ArgumentOutOfRangeException.ThrowIfNegative(micros, nameof(time));
        return string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000:D10}.{micros % 1_000_000:D6}");
    }

    /// <summary>Whether it has the form of a message's timestamp: one to eleven digits, a dot, six digits.</summary>
    public static bool IsValid(string? ts)
    {
        var text = ts.AsSpan();
        var dot = text.Length - FractionDigits - 1;
        return dot is > 0 and <= 11 && text[dot] == '.'
            && !text[..dot].ContainsAnyExceptInRange('0', '9') && !text[(dot + 1)..].ContainsAnyExceptInRange('0', '9');
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Slack's message timestamps: unix seconds, a dot, six digits. They are ids first and times second.</summary>
internal static partial class Timestamps
{
    public static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static string From(DateTimeOffset time) => FromMicroseconds(Microseconds(time));

    public static string FromMicroseconds(long microseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000}.{microseconds % 1_000_000:D6}");

    public static bool IsValid(string text) => Shape().IsMatch(text);

    /// <summary>Reads a bound such as <c>oldest</c>: whole seconds or seconds with a fraction.</summary>
    public static bool TryReadBound(string text, out decimal seconds) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds);

    public static decimal Number(string ts) => decimal.Parse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{1,12}\.\d{6}$")]
    private static partial Regex Shape();
}

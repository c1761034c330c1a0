using System.Globalization;
using IncidentBot.Domain.Times;

namespace IncidentBot.Wording;

/// <summary>When an incident had come to what, as a button carries it that takes a change of state back: <c>seen:Mitigated=…,Identified=…</c>.</summary>
internal static class SeenTimes
{
    private const string Begins = "seen:";

    public static string Write(IncidentTimes times) => Begins + string.Join(
        ',', times.Stamps.Where(stamp => stamp is { IsGiven: false, At: not null }).Select(stamp => string.Create(CultureInfo.InvariantCulture, $"{stamp.Name}={stamp.At!.Value.UtcTicks}")));

    /// <summary>Reads it; null where it is something else.</summary>
    public static IReadOnlyList<Stamp>? Read(string words)
    {
        if (!words.StartsWith(Begins, StringComparison.Ordinal))
            return null;
        var stamps = words[Begins.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Stamp).ToList();
        return stamps.Contains(null) ? null : [.. stamps.OfType<Stamp>()];
    }

    private static Stamp? Stamp(string text) =>
        text.Split('=') is [var name, var at]
        && Enum.TryParse<NamedTime>(name, out var named) && Enum.IsDefined(named)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new Stamp(named, new DateTimeOffset(ticks, TimeSpan.Zero), IsGiven: false)
            : null;
}

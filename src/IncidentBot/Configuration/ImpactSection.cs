using System.Globalization;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>impact</c>: from how many per cent on which severity is suggested.</summary>
internal static class ImpactSection
{
    public static IReadOnlyList<ImpactThreshold> Read(ConfigSection root, SeverityScale scale)
    {
        // What holds anyway speaks of the severities that hold anyway; a scale of one's own need not have them.
        return [.. root.Part("impact").Map("suggest", key => key, (key, percent) => new ImpactThreshold(Level(key, scale), Percent(percent))).Values];
    }

    private static Severity Level(string key, SeverityScale scale)
    {
        var keys = scale.Levels.Select(level => level.Severity.Key).ToList();
        return scale.Levels.FirstOrDefault(level => level.Severity.Key == key)?.Severity
            ?? throw new BadSettingException($"there is no severity \"{key}\".{SettingWords.DidYouMean(key, keys)} Write one of {string.Join(", ", keys)}.");
    }

    private static decimal Percent(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent
            : throw new BadSettingException($"\"{text}\" is not a number of per cent above 0, up to 100, such as 5 or 0.5.");
}

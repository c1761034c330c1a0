using System.Globalization;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>impact</c>: from how many per cent on which severity is suggested.</summary>
internal static class ImpactSection
{
    private const string Key = "suggest";

    public static IReadOnlyList<ImpactThreshold> Read(ConfigSection root, SeverityScale scale)
    {
        var section = root.Part("impact");
        var percents = section.Map(Key, key => key, Percent);
        // What holds anyway speaks of the severities that hold anyway; a scale of one's own need not have them.
        var thresholds = new List<ImpactThreshold>();
        foreach (var (key, percent) in percents)
        {
            if (scale.Levels.FirstOrDefault(level => level.Severity.Key == key) is { } level)
                thresholds.Add(new ImpactThreshold(level.Severity, percent));
            else if (section.IsWritten(Key))
                section.Wrong(Key, $"there is no severity \"{key}\". Write one of {string.Join(", ", scale.Levels.Select(each => each.Severity.Key))}.");
        }
        return thresholds;
    }

    private static decimal Percent(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent
            : throw new BadSettingException($"\"{text}\" is not a number of per cent above 0, up to 100, such as 5 or 0.5.");
}

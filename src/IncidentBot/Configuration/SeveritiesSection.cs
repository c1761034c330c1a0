using IncidentBot.Domain.Incidents;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>severities</c>: the scale, the worst first.</summary>
internal static class SeveritiesSection
{
    /// <summary>More than a menu and a night can take.</summary>
    private const int Most = 9;
    private const string Key = "severities";

    /// <summary>The scale, and how long a review of each severity may take where that is said.</summary>
    public static (SeverityScale Scale, IReadOnlyDictionary<string, ReviewTime> ReviewDue) Read(ConfigSection root)
    {
        var levels = new List<SeverityLevel>();
        var due = new Dictionary<string, ReviewTime>();
        var words = new HashSet<string> { "unset", "none", "unknown" };
        foreach (var item in root.Items(Key))
        {
            var level = Level(item, levels.Count + 1);
            if (SeverityScale.Understood(level).FirstOrDefault(word => !words.Add(word)) is { } taken)
                item.Wrong("key", $"\"{taken}\" already means another severity; each word can mean one.");
            if (item.Optional("review_due", text => (ReviewTime?)SettingWords.ReviewTime(text), null) is { } time)
                due[level.Severity.Key] = time;
            levels.Add(level);
        }
        if (levels.Count is 0 or > Most)
            root.Wrong(Key, $"1 to {Most} severities belong there.");
        return (levels.Count == 0 ? SeverityScale.Default : new SeverityScale(levels), due);
    }

    private static SeverityLevel Level(ConfigSection item, int rank)
    {
        var key = item.Required("key", SettingWords.Key, "");
        var name = item.Required("name", SettingWords.Name, key);
        return new SeverityLevel(new Severity(key, rank, name, item.Required("sign", SettingWords.Sign, "")))
        {
            Description = item.Optional("description", SettingWords.Sentence, ""),
            Words = item.Several("words", SettingWords.Name),
            AcknowledgeWithin = item.Optional("acknowledge_within", text => (TimeSpan?)SettingWords.Duration(text), null),
            UpdateEvery = item.Optional("update_every", text => (TimeSpan?)SettingWords.Duration(text), null),
        };
    }
}

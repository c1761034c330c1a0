using IncidentBot.Domain.Times;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>detection</c>: the ways in which the first sign of an incident reaches people.</summary>
internal static class DetectionSection
{
    /// <summary>More than a menu and a night can take.</summary>
    private const int Most = 20;
    private const string Key = "detection";

    public static DetectionSources Read(ConfigSection root)
    {
        var sources = new List<KnownSource>();
        var words = new HashSet<string>();
        foreach (var item in root.Items(Key))
        {
            var key = item.Required("key", SettingWords.Key, "");
            var source = new KnownSource(new DetectionSource(key, item.Required("name", SettingWords.Name, key))) { Words = item.Several("words", SettingWords.Name) };
            if (DetectionSources.Understood(source).FirstOrDefault(word => !words.Add(word)) is { } taken)
                item.Wrong("key", $"\"{taken}\" already means another way; each word can mean one.");
            sources.Add(source);
        }
        if (sources.Count is 0 or > Most)
            root.Wrong(Key, $"1 to {Most} ways belong there.");
        return sources.Count == 0 ? DetectionSources.Default : new DetectionSources(sources);
    }
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>lifecycle</c>: the states, in the order an incident usually goes through them.</summary>
internal static class LifecycleSection
{
    /// <summary>More than a menu and a night can take.</summary>
    private const int Most = 20;
    private const string Key = "lifecycle";

    public static Lifecycle Read(ConfigSection root)
    {
        var states = new List<LifecycleState>();
        var words = new HashSet<string>();
        foreach (var item in root.Items(Key))
        {
            var key = item.Required("key", SettingWords.Key, "");
            var status = new IncidentStatus(key, item.Required("name", SettingWords.Name, key), item.Required("phase", SettingWords.OneOf<IncidentPhase>, IncidentPhase.Live));
            var state = new LifecycleState(status)
            {
                Words = item.Several("words", SettingWords.Name),
                Marks = item.Optional("marks", text => (NamedTime?)Mark(text), null),
            };
            if (Lifecycle.Understood(state).FirstOrDefault(word => !words.Add(word)) is { } taken)
                item.Wrong("key", $"\"{taken}\" already means another state; each word can mean one.");
            states.Add(state);
        }
        if (states.Count > Most)
            root.Wrong(Key, $"at most {Most} states fit into a menu.");
        if (Enum.GetValues<IncidentPhase>().FirstOrDefault(phase => states.All(state => state.Status.Phase != phase), (IncidentPhase)(-1)) is >= 0 and var missing)
        {
            root.Wrong(Key, $"a state with phase {missing.ToString().ToLowerInvariant()} is missing; there has to be one of each.");
            return Lifecycle.Default;
        }
        return new Lifecycle(states);
    }

    /// <summary>The other moments have a phase or a word of their own.</summary>
    private static NamedTime Mark(string text) => text switch
    {
        "identified" => NamedTime.Identified,
        "mitigated" => NamedTime.Mitigated,
        _ => throw new BadSettingException($"\"{text}\" is not one of identified, mitigated."),
    };
}

using IncidentBot.Wording;
using YamlDotNet.RepresentationModel;

namespace IncidentBot.Configuration;

/// <summary>
/// One section of the configuration: what somebody wrote, over what holds anyway. Whatever cannot be used becomes a problem
/// with its line, and reading goes on, so that one look shows them all.
/// </summary>
internal sealed class ConfigSection(YamlMappingNode? written, YamlMappingNode defaults, string path, ICollection<ConfigProblem> problems)
{
    private readonly HashSet<string> known = [];
    private readonly List<ConfigSection> parts = [];

    /// <summary>A section within this one.</summary>
    public ConfigSection Part(string key)
    {
        var part = new ConfigSection(WrittenMap(key), (YamlMappingNode)defaults[key], Path(key), problems);
        parts.Add(part);
        return part;
    }

    /// <summary>One word or number.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="read">Reads it, or says what is wrong with a <see cref="BadSettingException"/>.</param>
    public T Read<T>(string key, Func<string, T> read)
    {
        var fallback = read(Text(defaults[key])!);
        return Written(key) is { } node ? Read(node, Path(key), read, fallback) : fallback;
    }

    /// <summary>A map with keys of people's own: theirs as a whole, or the one that holds anyway.</summary>
    public Dictionary<string, T> Map<T>(string key, Func<string, string> readKey, Func<string, T> read)
        where T : notnull
    {
        var map = new Dictionary<string, T>();
        foreach (var (name, node) in WrittenMap(key) ?? (YamlMappingNode)defaults[key])
        {
            if (Read(node, $"{Path(key)}.{name}", read, default) is { } value)
                map[readKey(Text(name) ?? "")] = value;
        }
        return map;
    }

    /// <summary>Once all has been read: what nobody asked for is a slip.</summary>
    public void Close()
    {
        foreach (var name in written?.Children.Keys ?? [])
        {
            var word = Text(name) ?? "";
            if (!known.Contains(word))
                Add(name, $"there is no {Path(word)}.{(NearestWord.To(word, known) is { } near ? $" Did you mean {near}?" : "")}");
        }
        parts.ForEach(part => part.Close());
    }

    private static string? Text(YamlNode node) => (node as YamlScalarNode)?.Value;

    private string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Add(YamlNode at, string sentence) => problems.Add(new ConfigProblem(at.Start.Line, sentence));

    private T Read<T>(YamlNode node, string name, Func<string, T> read, T fallback)
    {
        try
        {
            return Text(node) is { } text ? read(text.Trim()) : throw new BadSettingException("one word or number belongs there, not a list or a section.");
        }
        catch (BadSettingException wrong)
        {
            Add(node, $"{name}: {wrong.Message}");
            return fallback;
        }
    }

    private YamlNode? Written(string key)
    {
        known.Add(key);
        return written is not null && written.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    /// <summary>A section whose lines are all comments is one that was not written.</summary>
    private YamlMappingNode? WrittenMap(string key)
    {
        var node = Written(key);
        if (node is not null and not YamlMappingNode && Text(node) is not "")
            Add(node, $"{Path(key)}: a section with lines of its own belongs there.");
        return node as YamlMappingNode;
    }
}

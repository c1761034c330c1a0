using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace IncidentBot.Configuration;

/// <summary>
/// One section of the configuration: what somebody wrote, over what holds anyway. Whatever cannot be used becomes a problem
/// with its line, and reading goes on, so that one look shows them all.
/// </summary>
internal sealed class ConfigSection(YamlMappingNode? written, YamlMappingNode defaults, string path, ICollection<ConfigProblem> problems, ICollection<string> hints)
{
    private static readonly YamlMappingNode Nothing = new();
    private readonly HashSet<string> known = [];
    private readonly List<ConfigSection> parts = [];

    /// <summary>A section within this one.</summary>
    public ConfigSection Part(string key)
    {
        var part = new ConfigSection(WrittenMap(key), (YamlMappingNode)defaults[key], Path(key), problems, hints);
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

    /// <summary>
    /// A map with keys of people's own: theirs as a whole, or the one that holds anyway. What holds anyway and speaks of something that their
    /// configuration has no more is left out and hinted at: they did not write it.
    /// </summary>
    public Dictionary<string, T> Map<T>(string key, Func<string, string> readKey, Func<string, T> read)
        where T : notnull =>
        Map(key, readKey, (_, text) => read(text));

    /// <summary>The same, where what may be written depends on its key.</summary>
    public Dictionary<string, T> Map<T>(string key, Func<string, string> readKey, Func<string, string, T> read)
        where T : notnull
    {
        var map = new Dictionary<string, T>();
        var theirs = WrittenMap(key);
        foreach (var (name, node) in theirs ?? (YamlMappingNode)defaults[key])
        {
            var (word, path) = (Text(name) ?? "", $"{Path(key)}.{name}");
            (string Key, T Value)? Pair(string text) => (readKey(word), read(word, text));
            if ((theirs is null ? ReadDefault(node, path, Pair) : Read(node, path, Pair, null)) is var (plain, value))
                map[plain] = value;
        }
        return map;
    }

    /// <summary>A list of sections, in order: theirs as a whole, or the one that holds anyway. What is in them is read with <see cref="Required"/> and the like.</summary>
    public IReadOnlyList<ConfigSection> Items(string key)
    {
        var items = new List<ConfigSection>();
        foreach (var node in WrittenList(key) ?? DefaultList(key))
        {
            if (node is YamlMappingNode item)
                items.Add(new ConfigSection(item, Nothing, string.Create(CultureInfo.InvariantCulture, $"{Path(key)}[{items.Count + 1}]"), problems, hints));
            else
                Add(node, $"{Path(key)}: each line of this list is a section of its own, beginning with a dash.");
        }
        parts.AddRange(items);
        return items;
    }

    /// <summary>One word or number that has to be there; <paramref name="otherwise"/> after that was said.</summary>
    public T Required<T>(string key, Func<string, T> read, T otherwise)
    {
        if (Written(key) is { } node)
            return Read(node, Path(key), read, otherwise);
        problems.Add(new ConfigProblem(written?.Start.Line ?? 1, $"{Path(key)} is missing."));
        return otherwise;
    }

    /// <summary>One word or number that may be left out.</summary>
    public T Optional<T>(string key, Func<string, T> read, T otherwise) =>
        Written(key) is { } node ? Read(node, Path(key), read, otherwise) : otherwise;

    /// <summary>Several words in a list, or one; none where nothing is written.</summary>
    public IReadOnlyList<T> Several<T>(string key, Func<string, T> read)
        where T : notnull
    {
        if (Written(key) is not { } node)
            return [];
        var all = new List<T>();
        foreach (var one in node is YamlSequenceNode list ? list.Children : [node])
        {
            if (Read(one, Path(key), read, default) is { } value)
                all.Add(value);
        }
        return all;
    }

    /// <summary>A list of words: theirs as a whole, or the one that holds anyway.</summary>
    public IReadOnlyList<T> Words<T>(string key, Func<string, T> read)
        where T : notnull
    {
        var theirs = Written(key) is null ? [] : Several(key, read);
        return theirs.Count > 0 ? theirs : [.. ((YamlSequenceNode)defaults[key]).Select(node => read(Text(node)!))];
    }

    /// <summary>Several words in a list, or one: theirs, or those that hold anyway.</summary>
    public IReadOnlyList<T> OneOrSeveral<T>(string key, Func<string, T> read)
        where T : notnull
    {
        if (Several(key, read) is { Count: > 0 } theirs)
            return theirs;
        return defaults.Children.TryGetValue(new YamlScalarNode(key), out var node)
            ? [.. (node is YamlSequenceNode list ? list.Children : [node]).Select(each => read(Text(each)!))]
            : [];
    }

    /// <summary>What holds anyway does nothing here, because of what they wrote elsewhere.</summary>
    public void Hint(string key, string sentence) => LeftOut(Path(key), sentence);

    /// <summary>Whether somebody wrote that, so that what holds anyway does not.</summary>
    public bool IsWritten(string key) => Written(key) is not null;

    /// <summary>Something that is wrong with what somebody wrote there, taken together with the rest.</summary>
    public void Wrong(string key, string sentence)
    {
        var node = Written(key) ?? written;
        problems.Add(new ConfigProblem(node?.Start.Line ?? 1, $"{Path(key)}: {sentence}"));
    }

    /// <summary>Once all has been read: what nobody asked for is a slip.</summary>
    public void Close()
    {
        foreach (var name in written?.Children.Keys ?? [])
        {
            var word = Text(name) ?? "";
            if (!known.Contains(word))
                Add(name, $"there is no {Path(word)}.{SettingWords.DidYouMean(word, known)}");
        }
        parts.ForEach(part => part.Close());
    }

    private static string? Text(YamlNode node) => (node as YamlScalarNode)?.Value;

    private string Path(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void LeftOut(string name, string sentence) => hints.Add($"{name}, as it is where you write nothing, is left out: {sentence}");

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

    private T? ReadDefault<T>(YamlNode node, string name, Func<string, T?> read)
        where T : struct
    {
        try
        {
            return read(Text(node)!);
        }
        catch (BadSettingException gone)
        {
            LeftOut(name, gone.Message);
            return null;
        }
    }

    private YamlNode? Written(string key)
    {
        known.Add(key);
        return written is not null && written.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    /// <summary>Of a list within a list nothing holds where nobody writes it.</summary>
    private YamlSequenceNode DefaultList(string key) =>
        defaults.Children.TryGetValue(new YamlScalarNode(key), out var list) ? (YamlSequenceNode)list : [];

    /// <summary>A section whose lines are all comments is one that was not written.</summary>
    private YamlMappingNode? WrittenMap(string key)
    {
        var node = Written(key);
        if (node is not null and not YamlMappingNode && Text(node) is not "")
            Add(node, $"{Path(key)}: a section with lines of its own belongs there.");
        return node as YamlMappingNode;
    }

    /// <summary>The same of a list.</summary>
    private YamlSequenceNode? WrittenList(string key)
    {
        var node = Written(key);
        if (node is not null and not YamlSequenceNode && Text(node) is not "")
            Add(node, $"{Path(key)}: a list belongs there, each line beginning with a dash.");
        return node as YamlSequenceNode;
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IncidentBot.Wording.Languages;

/// <summary>
/// A language people are spoken to in. Every sentence stands in English where it is said (<see cref="Languages.Sentences.Speak(string)"/>);
/// in another language it is looked up by that in <c>Sentences.de.json</c>, and what somebody wrote otherwise goes before both.
/// </summary>
internal sealed class Language
{
    private static readonly AsyncLocal<Language?> Spoken = new();
    private static readonly Lazy<IReadOnlySet<string>> Sentences = new(() => Read("en").Keys.ToFrozenSet(StringComparer.Ordinal));

    private static readonly NumberFormatInfo WithComma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private readonly FrozenDictionary<string, CompositeFormat> sentences;

    private Language(string key, IEnumerable<KeyValuePair<string, CompositeFormat>> sentences)
    {
        Key = key;
        this.sentences = sentences.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The language every sentence is written in.</summary>
    public static Language English { get; } = new("en", []);

    public static Language German { get; } = new("de", Read("de").Select(Parsed));

    /// <summary>All there are, the one that holds where nothing else is said first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, German];

    /// <summary>The one that is spoken now.</summary>
    public static Language Current => Spoken.Value ?? English;

    /// <summary>Its two letters (ISO 639-1).</summary>
    public string Key { get; }

    /// <summary>Whether nouns begin with a capital wherever they stand, so that no name may be written small.</summary>
    public bool HasLargeNouns => Key == "de";

    /// <summary>How numbers are written: <c>4,200</c> and <c>0.33</c>, or <c>4.200</c> and <c>0,33</c>.</summary>
    public NumberFormatInfo Numbers => Key == "de" ? WithComma : NumberFormatInfo.InvariantInfo;

    /// <summary>Whether every sentence is said as it stands.</summary>
    public bool IsAsWritten => sentences.Count == 0;

    /// <summary>Every sentence there is, in English, as it is looked up by; read when it is first asked for.</summary>
    public static IReadOnlySet<string> Known => Sentences.Value;

    /// <summary>The same language with words of one's own.</summary>
    /// <param name="own">What is said, by the English sentence it stands for.</param>
    public Language With(IReadOnlyDictionary<string, string> own) =>
        own.Count == 0 ? this : new Language(Key, sentences.Where(pair => !own.ContainsKey(pair.Key)).Concat(own.Select(Parsed)));

    /// <summary>From here on this language is spoken, until the scope is left.</summary>
    public Scope Speak()
    {
        var before = Spoken.Value;
        Spoken.Value = this;
        return new Scope(before);
    }

    /// <summary>How that sentence is said; null where it is said as it stands.</summary>
    public CompositeFormat? Find(string sentence) => sentences.GetValueOrDefault(sentence);

    private static Dictionary<string, string> Read(string key)
    {
        using var file = typeof(Language).Assembly.GetManifestResourceStream($"IncidentBot.Wording.Languages.Sentences.{key}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }

    private static KeyValuePair<string, CompositeFormat> Parsed(KeyValuePair<string, string> pair) => new(pair.Key, CompositeFormat.Parse(pair.Value));

    /// <summary>Goes back to the language that was spoken before.</summary>
    internal readonly struct Scope(Language? before) : IDisposable
    {
        public void Dispose() => Spoken.Value = before;
    }
}

using System.Text;

namespace IncidentBot.Domain.Incidents;

/// <summary>Finds what a text begins with among words that are known, however they are written: case, hyphens and blanks do not count.</summary>
public static class LeadingWords
{
    private const int Most = 5;

    /// <summary>What the text begins with, the longest first, and what follows; null when nothing known stands there.</summary>
    /// <param name="text">The text, as a person wrote it.</param>
    /// <param name="known">What there is, by its <see cref="Bare"/> words.</param>
    public static (T Value, string After)? Read<T>(string text, IReadOnlyDictionary<string, T> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var ends = Ends(text.AsSpan().TrimEnd());
        for (var i = ends.Count - 1; i >= 0; i--)
        {
            if (known.TryGetValue(Bare(text[..ends[i]]), out var value))
                return (value, text[ends[i]..].Trim());
        }
        return null;
    }

    /// <summary>What is known by which words; where two understand one, the later one is meant.</summary>
    /// <param name="all">What there is.</param>
    /// <param name="words">The words for one of them, each <see cref="Bare"/>.</param>
    /// <param name="value">What is meant by them.</param>
    public static Dictionary<string, T> Known<TItem, T>(IEnumerable<TItem> all, Func<TItem, IReadOnlyList<string>> words, Func<TItem, T> value)
    {
        var known = new Dictionary<string, T>();
        foreach (var (item, word) in all.SelectMany(item => words(item).Select(word => (item, word))))
            known[word] = value(item);
        return known;
    }

    /// <summary>The words as they are compared, each once; those without letters and digits are none.</summary>
    /// <param name="words">As people write them.</param>
    public static IReadOnlyList<string> Each(params IEnumerable<string> words) => [.. words.Select(Bare).Where(word => word.Length > 0).Distinct()];

    /// <summary>The letters and digits alone, in small letters.</summary>
    /// <param name="word">A word, or several.</param>
    public static string Bare(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var bare = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                bare.Append(Rune.ToLowerInvariant(rune));
        }
        return bare.ToString();
    }

    /// <summary>Where the first, second, third … word ends.</summary>
    private static List<int> Ends(ReadOnlySpan<char> text)
    {
        var ends = new List<int>();
        for (var i = 1; i <= text.Length && ends.Count < Most; i++)
        {
            if (!char.IsWhiteSpace(text[i - 1]) && (i == text.Length || char.IsWhiteSpace(text[i])))
                ends.Add(i);
        }
        return ends;
    }
}

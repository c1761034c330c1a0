using System.Text;

namespace IncidentBot.Domain.Teams;

/// <summary>Finds words in what people write: case, hyphens and other signs between them do not count, but a word is a whole one.</summary>
internal static class Phrases
{
    /// <summary>The words of a text in small letters, with one blank around each.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new StringBuilder(" ", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                words.Append(Rune.ToLowerInvariant(rune));
            else if (words[^1] != ' ')
                words.Append(' ');
        }
        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }

    /// <summary>Whether a word, or several in a row, stand in such a text.</summary>
    public static bool Contains(string said, string word) => Of(word) is { Length: > 1 } whole && said.Contains(whole, StringComparison.Ordinal);
}

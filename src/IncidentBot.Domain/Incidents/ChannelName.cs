using System.Globalization;
using System.Text;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// Spells words within Slack's rules for channels' names: lower-case letters, digits, hyphens (Slack docs: conversations.create).
/// The true title stays on the card; of a title in letters we cannot spell nothing is left.
/// </summary>
public static class ChannelName
{
    /// <summary>Slack's limit.</summary>
    public const int Longest = 80;

    private static readonly Dictionary<char, string> Spelled = Spell(
        "' |’ |ʼ |" +
        "ß ss|æ ae|ø o|œ oe|đ d|ð d|ł l|þ th|ı i|İ i|ħ h|ŋ n|" +
        "а a|б b|в v|г g|ґ g|д d|е e|ё e|є ye|ж zh|з z|и i|і i|ї yi|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|" +
        "α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o");

    /// <summary>Lower-case letters and digits, single hyphens between words. Composed letters are looked up before they are taken apart: й is y, though it consists of и and a mark.</summary>
    internal static string Words(string title)
    {
        var words = new StringBuilder();
        foreach (var c in Normalizable(title).Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (Spelled.TryGetValue(c, out var spelled))
                words.Append(spelled);
            else if (char.IsSurrogate(c))
                Break(words);
            else
                Add(c.ToString().Normalize(NormalizationForm.FormKD), words);
        }
        return words.ToString();
    }

    private static void Add(string decomposed, StringBuilder words)
    {
        foreach (var c in decomposed)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                words.Append(c);
            else if (Spelled.TryGetValue(c, out var spelled))
                words.Append(spelled);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierSymbol))
                Break(words);
        }
    }

    private static void Break(StringBuilder words)
    {
        if (words.Length > 0 && words[^1] != '-')
            words.Append('-');
    }

    /// <summary>Half a surrogate pair and U+FFFE are no text, and normalising would throw.</summary>
    private static string Normalizable(string title) => string.Concat(title.EnumerateRunes()).Replace('\uFFFE', ' ');

    private static Dictionary<char, string> Spell(string table) =>
        table.Split('|').ToDictionary(pair => pair[0], pair => pair[2..]);
}

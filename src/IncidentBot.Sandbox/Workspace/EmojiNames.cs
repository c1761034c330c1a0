using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>The emoji Slack has out of the box: which names exist, which one it stores, and the characters they stand for.</summary>
internal static partial class EmojiNames
{
    /// <summary>Signs below this code point (©, ™, ↔) are text unless a variation selector says otherwise.</summary>
    private const int FirstUnmistakableSign = 0x231A;

    private static readonly Facts Known = Load();

    /// <summary>The name Slack stores for a name somebody used (<c>thumbsup</c> is stored as <c>+1</c>); null if there is none.</summary>
    public static string? Canonical(string name)
    {
        var tone = SkinTone().Match(name);
        var plain = tone.Success ? name[..tone.Index] : name;
        return Known.Canonical.TryGetValue(plain, out var canonical) ? canonical + tone.Value : null;
    }

    /// <summary>Writes emoji characters as <c>:name:</c>.</summary>
    public static string ReplaceCharacters(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var result = new StringBuilder(text.Length);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            result.Append(Known.Names.TryGetValue(element, out var name) ? $":{name}:" : element);
        }

        return result.ToString();
    }

    private static Facts Load()
    {
        var facts = new Facts([], []);
        foreach (var line in EmbeddedFacts.Text("emoji.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var names = line[..space].Split(',');
            var points = line[(space + 1)..].Split('-').Select(point => int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            foreach (var name in names)
                facts.Canonical.TryAdd(name, names[0]);
            facts.Names.TryAdd(string.Concat(points.Select(char.ConvertFromUtf32)), names[0]);
            if (points is [>= FirstUnmistakableSign, 0xFE0F])
                facts.Names.TryAdd(char.ConvertFromUtf32(points[0]), names[0]);
        }

        return facts;
    }

    [GeneratedRegex(@"::skin-tone-[2-6]$")]
    private static partial Regex SkinTone();

    private sealed record Facts(Dictionary<string, string> Canonical, Dictionary<string, string> Names);
}

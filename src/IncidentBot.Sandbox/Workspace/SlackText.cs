using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>
/// Turns posted text into the form Slack stores: the three control characters escaped, bare addresses linked, emoji written
/// as names (Slack docs: Formatting message text). Text already in that form stays as it is. Code is left alone.
/// </summary>
internal static partial class SlackText
{
    public static string Normalize(string text)
    {
        var stored = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (var kept in Kept().EnumerateMatches(text))
        {
            stored.Append(Plain(text[at..kept.Index]));
            var span = text.Substring(kept.Index, kept.Length);
            stored.Append(span[0] == '`' ? Escape(span) : span);
            at = kept.Index + kept.Length;
        }

        stored.Append(Plain(text[at..]));
        return stored.ToString();
    }

    /// <summary>Escapes <c>&amp; &lt; &gt;</c>, unless the ampersand already begins one of the three escapes.</summary>
    public static string Escape(string text) =>
        BareAmpersand().Replace(text, "&amp;").Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>What a person typed, without Slack's escapes and with mentions as they read: for commands with should_escape off.</summary>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    public static bool Mentions(string text, string userId) =>
        text.Contains($"<@{userId}>", StringComparison.Ordinal) || text.Contains($"<@{userId}|", StringComparison.Ordinal);

    private static string Plain(string text)
    {
        if (text.Length == 0)
            return text;
        var escaped = Escape(EmojiNames.ReplaceCharacters(text));
        return Address().Replace(escaped, match =>
        {
            var tail = TrailingPunctuation().Match(match.Value).Value;
            var address = match.Value[..^tail.Length];
            var link = address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"<{address}>"
                : address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"<http://{address}|{address}>"
                : $"<mailto:{address}|{address}>";
            return link + tail;
        });
    }

    /// <summary>Code spans and the entities between angle brackets.</summary>
    [GeneratedRegex(@"```[\s\S]+?```|`[^`\n]+`|<(?:@[UW][A-Z0-9]+|#[CGD][A-Z0-9]+|![a-z]+[^<>]*|(?:https?|mailto|tel|slack)[:/][^<>\s|]*)(?:\|[^<>\n]*)?>")]
    private static partial Regex Kept();

    [GeneratedRegex("&(?!(?:amp|lt|gt);)")]
    private static partial Regex BareAmpersand();

    [GeneratedRegex(@"\bhttps?://[^\s<>|]+|\bwww\.[a-z0-9-]+\.[^\s<>|]+|\b[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:[.,;:!?)'""*_~]|&gt;|&lt;|&amp;)*$")]
    private static partial Regex TrailingPunctuation();
}

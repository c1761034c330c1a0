using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>
/// People's words as a field of a form shows them and takes them. A field knows no markup (Slack docs: plain-text input element), so
/// mentions of people, channels and links stand in it as Slack writes them, and are that again when they are sent.
/// What would ring for a whole channel or a group is words.
/// </summary>
internal static partial class TypedWords
{
    /// <summary>Kept words as they are typed.</summary>
    public static string Of(string text) => Each(text, Mrkdwn.Unescape, markup => markup);

    /// <summary>Typed words as they are kept.</summary>
    public static string Read(string typed) => Each(typed, Mrkdwn.Escape, markup => $"<{Mrkdwn.Escape(Mrkdwn.Unescape(markup[1..^1]))}>").Trim();

    private static string Each(string text, Func<string, string> words, Func<string, string> markup)
    {
        var (read, at) = (new StringBuilder(text.Length), 0);
        foreach (var match in Markup().EnumerateMatches(text))
        {
            read.Append(words(text[at..match.Index])).Append(markup(text.Substring(match.Index, match.Length)));
            at = match.Index + match.Length;
        }
        return read.Append(words(text[at..])).ToString();
    }

    [GeneratedRegex(@"<(@[UW][A-Z0-9]+|#[CGD][A-Z0-9]+|!date\^[0-9]+\^[^<>|\n]+|https?://[^<>|\s]+|mailto:[^<>|\s]+)(\|[^<>|\n]*)?>")]
    private static partial Regex Markup();
}

using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>
/// Takes texts out of other texts, and leaves the rest as it is: a text is found whole, however its lines are broken and
/// its mentions written, or from its beginning where it was cut off. It is not found inside longer words.
/// </summary>
internal sealed partial class Blackening
{
    /// <summary>So much of a text is recognised though its end was cut off.</summary>
    public const int Opening = 24;

    private const char CutOff = '…';
    private readonly string[] words;
    private readonly IReadOnlyDictionary<string, string> names;

    /// <param name="texts">What goes.</param>
    /// <param name="names">People and channels that may be named in it, by id: elsewhere they stand as they were mentioned.</param>
    public Blackening(IEnumerable<string> texts, IReadOnlyDictionary<string, string>? names = null)
    {
        this.names = names ?? new Dictionary<string, string>();
        words = [.. texts.SelectMany(Forms).Select(text => text.Trim()).Where(text => text.Length > 0).Distinct().OrderByDescending(text => text.Length)];
    }

    /// <summary>Whether any of them is in it.</summary>
    public bool IsIn(string text) => !ReferenceEquals(In(text), text);

    /// <summary>The text without them; the same object where none of them is in it.</summary>
    public string In(string text)
    {
        var blackened = words.Aggregate(text, Without);
        if (!ReferenceEquals(blackened, text) || !(text.Contains('<', StringComparison.Ordinal) || text.Contains("&lt;", StringComparison.Ordinal)))
            return blackened;
        foreach (var other in OtherForms(text))
        {
            blackened = words.Aggregate(other, Without);
            if (!ReferenceEquals(blackened, other))
                return blackened;
        }
        return text;
    }

    /// <summary>The same with whoever is mentioned rung for nobody, or by their names; also where it was given back letter by letter.</summary>
    private IEnumerable<string> OtherForms(string text)
    {
        var mentioned = GivenBack().Replace(text, "<$1>");
        yield return PeoplesWords.Silent(PeoplesWords.Harmless(text));
        yield return PeoplesWords.Silent(PeoplesWords.Harmless(mentioned));
        yield return ReadableText.Of(mentioned, names);
    }

    [GeneratedRegex("&lt;([@#!][^<>&]+)&gt;")]
    private static partial Regex GivenBack();

    /// <summary>As it was typed into a form and as Slack has that, as it is said again, and as it stands in a list.</summary>
    private static string[] Forms(string text) => [text, Mrkdwn.Unescape(text), Mrkdwn.Escape(Mrkdwn.Unescape(text)), PeoplesWords.Silent(text), PeoplesWords.InAList(text)];

    private static string Without(string text, string word)
    {
        var opening = word[..Opens(word)];
        StringBuilder? blackened = null;
        var kept = 0;
        for (var at = Next(0); at >= 0; at = Next(at))
        {
            if (EndOf(word, text, at) is not { } end)
            {
                at++;
                continue;
            }
            (blackened ??= new StringBuilder()).Append(text, kept, at - kept).Append(Redaction.Mark);
            kept = at = end;
        }
        return blackened is null ? text : blackened.Append(text, kept, text.Length - kept).ToString();

        int Next(int from) => from >= text.Length ? -1 : text.IndexOf(opening, from, StringComparison.Ordinal);
    }

    /// <summary>How far it goes to the first place where a line may be broken.</summary>
    private static int Opens(string word)
    {
        var end = 0;
        while (end < Math.Min(word.Length, Opening) && !char.IsWhiteSpace(word[end]))
            end++;
        return end;
    }

    /// <summary>Where the text that begins there ends; null where it is another. A break in it may be quoted.</summary>
    private static int? EndOf(string word, string text, int start)
    {
        if (start > 0 && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[start]))
            return null;
        var (said, at) = (0, start);
        while (said < word.Length)
        {
            if (char.IsWhiteSpace(word[said]))
            {
                var broken = at;
                while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '>'))
                    at++;
                if (at == broken)
                    break;
                while (said < word.Length && (char.IsWhiteSpace(word[said]) || word[said] == '>'))
                    said++;
            }
            else if (at < text.Length && text[at] == word[said])
            {
                said++;
                at++;
            }
            else
            {
                break;
            }
        }
        if (said < word.Length)
            return said >= Opening && (at == text.Length || text[at] == CutOff) ? at : null;
        return at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]) ? null : at;
    }
}

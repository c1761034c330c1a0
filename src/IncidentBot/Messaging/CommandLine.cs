using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Messaging;

/// <summary>
/// What a person typed after <c>/incident</c>, or what a button typed for them: an incident's number where it is not this
/// channel's, a word, and the rest as it was written.
/// </summary>
/// <param name="Number">The incident meant, from a leading <c>#42</c>; null means this channel's.</param>
/// <param name="Verb">The first word, lower-case; empty when nothing was typed.</param>
/// <param name="Rest">Everything after it, untouched but for its ends.</param>
internal sealed partial record CommandLine(int? Number, string Verb, string Rest)
{
    public static CommandLine Read(string typed)
    {
        var text = Space().Replace(typed, " ").Trim();
        int? number = null;
        if (Reference().Match(text) is { Success: true } reference)
        {
            number = int.Parse(reference.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            text = text[reference.Length..].TrimStart();
        }
        var (verb, rest) = SplitFirst(text);
        return new CommandLine(number, verb.ToLowerInvariant(), rest);
    }

    /// <summary>The first word and what follows it.</summary>
    public static (string First, string After) SplitFirst(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        return end < 0 ? (text, "") : (text[..end], text[(end + 1)..].Trim());
    }

    public override string ToString() =>
        string.Join(' ', new[] { Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"#{number}") : "", Verb, Rest }.Where(part => part.Length > 0));

    /// <summary>Clients rewrite spaces into no-break ones; line breaks stay.</summary>
    [GeneratedRegex(@"[\u00A0\u2007\u202F\t]")]
    private static partial Regex Space();

    [GeneratedRegex(@"^#(\d{1,9})(?=\s|$)")]
    private static partial Regex Reference();
}

using System.Globalization;

namespace IncidentBot.Messaging;

/// <summary>
/// What of a text must stand in a stored request or effect that carries it, in the forms in which it may: as it is, in JSON, in
/// a form, in JSON in a form. It only finds candidates: each is read, and changed where the text itself is in it.
/// </summary>
internal static class WrittenForms
{
    public static IEnumerable<string> Of(string text)
    {
        var opening = text[..Whole(text, Math.Min(text.Length, Blackening.Opening))];
        return Forms(Words(opening).OrderByDescending(word => word.All(char.IsAscii)).ThenByDescending(word => word.Length).FirstOrDefault() ?? opening.Trim());
    }

    private static IEnumerable<string> Forms(string word)
    {
        if (word.All(char.IsAsciiLetterOrDigit))
            return [word];
        var (lower, upper) = (Escaped(word, "x4"), Escaped(word, "X4"));
        return [word, lower, upper, Uri.EscapeDataString(word), Uri.EscapeDataString(lower), Uri.EscapeDataString(upper)];
    }

    private static string Escaped(string word, string digits) =>
        string.Concat(word.Select(letter => char.IsAscii(letter) ? letter.ToString() : @"\u" + ((int)letter).ToString(digits, CultureInfo.InvariantCulture)));

    /// <summary>Half a character is written in no form.</summary>
    private static int Whole(string text, int length) => length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])))
                continue;
            if (i > start)
                yield return text[start..i];
            start = i + 1;
        }
    }
}

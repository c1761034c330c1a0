using System.Text;
using System.Text.Json;

namespace IncidentBot.Messaging;

/// <summary>Takes words out of a stored request or fact so that it is still read as what it is: as JSON, or as a form with or without JSON in it.</summary>
internal static class BlackenedBody
{
    /// <summary>The body without them; the same where they are not in it, null where it cannot be read.</summary>
    public static byte[]? Of(byte[] body, BlackenedJson words, Func<string, string> blacken)
    {
        var stored = Encoding.UTF8.GetString(body);
        try
        {
            var without = stored.StartsWith('{') ? words.In(stored) : InForm(stored, words, blacken);
            return ReferenceEquals(without, stored) ? body : Encoding.UTF8.GetBytes(without);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static string InForm(string form, BlackenedJson words, Func<string, string> blacken)
    {
        var fields = form.Split('&');
        var changed = false;
        for (var i = 0; i < fields.Length; i++)
        {
            var value = fields[i].IndexOf('=', StringComparison.Ordinal) + 1;
            if (value == 0)
                continue;
            var said = Uri.UnescapeDataString(fields[i][value..].Replace('+', ' '));
            var without = fields[i].StartsWith("payload=", StringComparison.Ordinal) ? words.In(said)
                : fields[i].StartsWith("text=", StringComparison.Ordinal) ? blacken(said)
                : said;
            if (ReferenceEquals(without, said))
                continue;
            fields[i] = fields[i][..value] + Uri.EscapeDataString(without);
            changed = true;
        }
        return changed ? string.Join('&', fields) : form;
    }
}

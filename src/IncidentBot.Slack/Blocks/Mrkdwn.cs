using System.Globalization;
using System.Text;

namespace IncidentBot.Slack.Blocks;

/// <summary>Builds Slack's markup so that people's words stay words. Slack docs: Formatting text for app surfaces.</summary>
public static class Mrkdwn
{
    private const string Ellipsis = "…";

    /// <summary>Makes any text harmless: only <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> mean something to Slack.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny('&', '<', '>') < 0) return text;
        return new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
    }

    /// <summary>The inverse of <see cref="Escape"/>: for texts that come from Slack, after their mentions and links were read.</summary>
    public static string Unescape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('&', StringComparison.Ordinal)) return text;
        return new StringBuilder(text).Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
    }

    /// <summary>Mentions a person.</summary>
    public static string User(string userId) => $"<@{Escape(userId)}>";

    /// <summary>Mentions everybody of a user group (Slack docs: Formatting message text).</summary>
    public static string UserGroup(string groupId) => $"<!subteam^{Escape(groupId)}>";

    /// <summary>Links a channel.</summary>
    public static string Channel(string channelId) => $"<#{Escape(channelId)}>";

    /// <summary>Links a page. The label is any text; an address that is neither web nor mail gives the label alone.</summary>
    public static string Link(string url, string label)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeMailto))
        {
            return Label(label);
        }

        var target = Escape(address.OriginalString.Replace("|", "%7C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal));
        return string.IsNullOrWhiteSpace(label) ? $"<{target}>" : $"<{target}|{Label(label)}>";
    }

    /// <summary>A moment shown in every reader's own time zone. Slack docs: Formatting text, date formatting.</summary>
    /// <param name="time">The moment, to the second.</param>
    /// <param name="format">Words and tokens such as <c>{date_short_pretty} at {time}</c>.</param>
    /// <param name="fallback">What clients without this feature show; name the time zone in it.</param>
    public static string Date(DateTimeOffset time, string format, string fallback) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<!date^{time.ToUnixTimeSeconds()}^{Label(format.Replace("^", "", StringComparison.Ordinal))}|{Label(fallback)}>");

    /// <summary>
    /// Cuts a text to a length, with an ellipsis, never inside what people see as one letter, inside an escaped character, or
    /// inside a mention or link. Takes markup or raw text.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="max">The most characters (UTF-16 units) the result may have, ellipsis included; at least 1.</param>
    public static string Truncate(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        if (text.Length <= max) return text;

        var cut = 0;
        while (cut < text.Length)
        {
            var next = cut + PieceLength(text.AsSpan(cut));
            if (next > max - Ellipsis.Length) break;
            cut = next;
        }

        return string.Concat(text.AsSpan(0, cut).TrimEnd(), Ellipsis);
    }

    private static int PieceLength(ReadOnlySpan<char> text) => text[0] switch
    {
        '&' when text.StartsWith("&amp;") => 5,
        '&' when text.StartsWith("&lt;") || text.StartsWith("&gt;") => 4,
        '<' when EntityLength(text) is var length and > 0 => length,
        _ => StringInfo.GetNextTextElementLength(text),
    };

    /// <summary>The length of a mention, link or date that starts here; 0 for a bare less-than sign.</summary>
    private static int EntityLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !(text[1] is '@' or '#' or '!' || text[1..].StartsWith("http") || text[1..].StartsWith("mailto:"))) return 0;
        var end = text[1..].IndexOfAny('>', '<', '\n');
        return end >= 0 && text[end + 1] == '>' ? end + 2 : 0;
    }

    // A label ends at a bar, a bracket or a line's end, so it may hold none.
    private static string Label(string text) =>
        Escape(text.Replace('|', '¦').ReplaceLineEndings(" "));
}

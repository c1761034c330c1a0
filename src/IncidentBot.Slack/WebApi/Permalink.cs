using System.Diagnostics.CodeAnalysis;

namespace IncidentBot.Slack.WebApi;

/// <summary>Links to messages, made and read without asking Slack. Slack docs: chat.getPermalink.</summary>
public static class Permalink
{
    private const int FractionDigits = 6;

    /// <summary>The link to a message.</summary>
    /// <param name="workspaceUrl">The workspace's address, as <c>auth.test</c> gives it.</param>
    /// <param name="channel">The message's channel.</param>
    /// <param name="ts">The message's timestamp.</param>
    /// <param name="threadTs">For a reply: the parent's timestamp.</param>
    public static string For(string workspaceUrl, string channel, string ts, string? threadTs = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(workspaceUrl);
        ArgumentException.ThrowIfNullOrEmpty(ts);
        var link = $"{workspaceUrl.TrimEnd('/')}/archives/{channel}/p{ts.Replace(".", "", StringComparison.Ordinal)}";
        return threadTs is null || threadTs == ts ? link : $"{link}?thread_ts={threadTs}&cid={channel}";
    }

    /// <summary>Reads a link somebody pasted, also as Slack wraps it (<c>&lt;https://…&gt;</c>, with or without a label).</summary>
    /// <param name="link">The text.</param>
    /// <param name="channel">The message's channel.</param>
    /// <param name="ts">The message's timestamp.</param>
    public static bool TryRead(string? link, [NotNullWhen(true)] out string? channel, [NotNullWhen(true)] out string? ts)
    {
        (channel, ts) = (null, null);
        var address = (link ?? "").Trim();
        if (address.StartsWith('<') && address.EndsWith('>')) address = address[1..^1].Split('|')[0];
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.AbsolutePath.Split('/') is not ["", "archives", { Length: > 0 } where, ['p', .. var digits]]
            || where.Any(letter => !char.IsAsciiLetterOrDigit(letter))
            || digits.Length <= FractionDigits)
        {
            return false;
        }

        var stamp = $"{digits[..^FractionDigits]}.{digits[^FractionDigits..]}";
        if (!SlackTs.IsValid(stamp)) return false;
        (channel, ts) = (where, stamp);
        return true;
    }
}

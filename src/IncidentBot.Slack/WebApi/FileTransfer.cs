using System.Net;

namespace IncidentBot.Slack.WebApi;

/// <summary>
/// The bytes of files. Our token goes to Slack's own hosts alone, and no redirect is followed: one leads to a page to sign in at,
/// or away. Where the token is not good enough Slack answers with that page and says 200 (Slack docs: Working with files).
/// </summary>
internal static class FileTransfer
{
    public const string DownloadName = "files.download";
    public const string UploadName = "files.upload_bytes";
    private const int Chunk = 80 * 1024;
    private static readonly string[] Domains = ["slack.com", "slack-gov.com"];

    /// <exception cref="SlackException"><c>not_slacks_address</c>: it leads elsewhere.</exception>
    public static Uri Checked(string url, Uri apiBaseUrl, string name) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && (IsSlacks(address) || IsApiServer(address, apiBaseUrl))
            ? address
            : throw new SlackException(name, "not_slacks_address");

    /// <summary>Throws unless the answer carries what was asked for.</summary>
    public static void Judge(string name, HttpResponseMessage response, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            throw new SlackRateLimitException(name, "ratelimited", RetryAfter.Of(response, time));
        if (status >= 500)
            throw new SlackUnreachableException(name, $"HTTP {status}", mayHaveHappened: true);
        if (status is >= 300 and < 400)
            throw new SlackException(name, "redirected");
        if (!response.IsSuccessStatusCode)
            throw new SlackException(name, $"http_{status}");
    }

    /// <summary>Copies the body, and stops when it is longer than agreed.</summary>
    public static async Task<long> CopyAsync(HttpResponseMessage response, string mimetype, Stream to, long most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType == "text/html" && mimetype != "text/html")
            throw new SlackException(DownloadName, "login_page");
        await using var from = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[Chunk];
        long copied = 0;
        int read;
        while ((read = await ReadAsync(from, buffer, cancellationToken)) > 0)
        {
            if ((copied += read) > most)
                throw new SlackException(DownloadName, "too_large");
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return copied;
    }

    /// <summary>A connection that breaks while it is read from is Slack's silence; where we write to may break too, and that is not.</summary>
    private static async Task<int> ReadAsync(Stream from, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await from.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException broken)
        {
            throw new SlackUnreachableException(DownloadName, "it broke off", mayHaveHappened: true, broken);
        }
    }

    private static bool IsSlacks(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort
        && Array.Exists(Domains, domain => url.Host.Equals(domain, StringComparison.OrdinalIgnoreCase) || url.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase));

    private static bool IsApiServer(Uri url, Uri api) =>
        url.Scheme == api.Scheme && url.Port == api.Port && url.Host.Equals(api.Host, StringComparison.OrdinalIgnoreCase);
}

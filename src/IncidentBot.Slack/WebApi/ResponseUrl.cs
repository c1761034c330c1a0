namespace IncidentBot.Slack.WebApi;

/// <summary>
/// Decides where answers may be posted: Slack's hook hosts over https, or the very server the API is on (a sandbox).
/// Anything else would let a forged payload make us call addresses inside our own network.
/// </summary>
internal sealed class ResponseUrl(Uri apiBaseUrl)
{
    private static readonly string[] Hosts = ["hooks.slack.com", "hooks.slack-gov.com"];

    public Uri Checked(string responseUrl)
    {
        if (Uri.TryCreate(responseUrl, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && (IsHook(url) || IsApiServer(url)))
            return url;
        throw new ArgumentException("The response URL does not lead to Slack.", nameof(responseUrl));
    }

    private static bool IsHook(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && Hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase);

    private bool IsApiServer(Uri url) =>
        url.Scheme == apiBaseUrl.Scheme && url.Port == apiBaseUrl.Port
        && url.Host.Equals(apiBaseUrl.Host, StringComparison.OrdinalIgnoreCase);
}

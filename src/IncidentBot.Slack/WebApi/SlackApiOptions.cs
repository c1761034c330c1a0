namespace IncidentBot.Slack.WebApi;

/// <summary>Which Slack to talk to, and as whom.</summary>
public sealed class SlackApiOptions
{
    /// <summary>Where the methods are; a missing last slash is added.</summary>
    public Uri BaseUrl { get; init; } = new("https://slack.com/api/");

    /// <summary>The bot token (xoxb-…). Sent only to <see cref="BaseUrl"/>.</summary>
    public required string BotToken { get; init; }

    internal Uri NormalizedBaseUrl()
    {
        if (!BaseUrl.IsAbsoluteUri || (BaseUrl.Scheme != Uri.UriSchemeHttps && BaseUrl.Scheme != Uri.UriSchemeHttp)
            || BaseUrl.Query.Length > 0 || BaseUrl.Fragment.Length > 0 || BaseUrl.UserInfo.Length > 0)
        {
            throw new ArgumentException("The Slack API base URL must be an http(s) address without query, fragment or user.");
        }

        return BaseUrl.AbsolutePath.EndsWith('/') ? BaseUrl : new Uri(BaseUrl.AbsoluteUri + "/");
    }

    internal string CheckedToken()
    {
        // Said here, because HttpClient would quote a token it finds malformed.
        if (string.IsNullOrWhiteSpace(BotToken) || BotToken.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("The Slack bot token is missing or holds characters no token has.");
        return BotToken;
    }
}

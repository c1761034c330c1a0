namespace IncidentBot.Sandbox.Workspace;

/// <summary>What somebody agreed to, waiting to be exchanged for a token.</summary>
/// <param name="UserId">Who agreed.</param>
/// <param name="RedirectUri">Where they were sent to; null when the request named none.</param>
/// <param name="ExpiresAt">Ten minutes after.</param>
internal sealed record OAuthGrant(string UserId, string? RedirectUri, DateTimeOffset ExpiresAt);

/// <summary>The codes of the authorize page: each is good once, for ten minutes (Slack docs: Installing with OAuth).</summary>
internal sealed class OAuthCodes
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, OAuthGrant> _waiting = [];

    public string Issue(SlackWorkspace workspace, string userId, string? redirectUri)
    {
        if (_waiting.Count >= MostWaiting)
            _waiting.Clear();
        var code = $"{workspace.Ids.Digits(12)}.{workspace.Ids.Digits(13)}.{workspace.Ids.Hex(40)}";
        _waiting.Add(code, new OAuthGrant(userId, redirectUri, workspace.Now + Life));
        return code;
    }

    /// <summary>Uses a code up, or refuses.</summary>
    public OAuthGrant Use(string? code, string? redirectUri, DateTimeOffset now)
    {
        if (code is null || !_waiting.TryGetValue(code, out var grant) || now > grant.ExpiresAt)
            throw new Refusal("invalid_code");
        if (redirectUri is { Length: > 0 } && redirectUri != grant.RedirectUri)
            throw new Refusal("bad_redirect_uri");
        _waiting.Remove(code);
        return grant;
    }
}

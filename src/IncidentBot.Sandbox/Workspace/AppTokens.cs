namespace IncidentBot.Sandbox.Workspace;

/// <summary>
/// The bot tokens of the app, which of them are still accepted, and what renews them (Slack docs: OAuth, Token rotation). One
/// that ended stays known, so that it is refused with its reason.
/// </summary>
internal sealed class AppTokens(AppIdentity app, Ids ids)
{
    /// <summary>In seconds, as answered: twelve hours.</summary>
    public const int Life = 43_200;

    private const int MostRotating = 2;

    /// <summary>A refresh token works a little longer after it was used. How long is not published.</summary>
    private static readonly TimeSpan RefreshGrace = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Token> _tokens = new() { [app.BotToken] = new Token(null) };
    private readonly Dictionary<string, Token> _refreshers = [];
    private readonly List<string> _rotating = [];

    private string _permanent = app.BotToken;

    /// <summary>Why a token is refused, in Slack's words; null when it is accepted.</summary>
    public string? Refusal(string token, DateTimeOffset now) => !_tokens.TryGetValue(token, out var known)
        ? "invalid_auth"
        : known.Ended ?? (known.ExpiresAt is { } end && now >= end ? "token_expired" : null);

    /// <summary>Whether the app has a place in the workspace: one of its tokens was neither revoked nor ended with it. One that only expired can be renewed.</summary>
    public bool IsInstalled => _tokens.Values.Any(token => token.Ended is null);

    public bool AnyAccepted(DateTimeOffset now) => _tokens.Keys.Any(token => Refusal(token, now) is null);

    /// <summary>The token of a new installation; with rotation also what renews it.</summary>
    public (string Token, string? Refresh) Install(DateTimeOffset now)
    {
        if (app.Manifest.TokenRotation)
            return Rotate(now);
        if (Refusal(_permanent, now) is not null)
        {
            _permanent = $"xoxb-sandbox-{ids.Token(24)}";
            _tokens.Add(_permanent, new Token(null));
        }

        return (_permanent, null);
    }

    /// <summary>A new pair for a refresh token; null when it is unknown or used up.</summary>
    public (string Token, string? Refresh)? Renew(string refresh, DateTimeOffset now)
    {
        if (!_refreshers.TryGetValue(refresh, out var known) || known.Ended is not null || (known.ExpiresAt is { } end && now >= end))
            return null;
        _refreshers[refresh] = known with { ExpiresAt = known.ExpiresAt ?? now + RefreshGrace };
        return Rotate(now);
    }

    public void Revoke(string token) => _tokens[token] = _tokens[token] with { Ended = "token_revoked" };

    /// <summary>Ends every token and everything that could renew one.</summary>
    /// <param name="code">What calls with them answer from now on.</param>
    public void EndAll(string code)
    {
        foreach (var token in _tokens.Keys.ToList())
            _tokens[token] = _tokens[token] with { Ended = code };
        _refreshers.Clear();
        _rotating.Clear();
    }

    /// <summary>Accepts the first token again, as if nothing had been.</summary>
    public void Restore()
    {
        _permanent = app.BotToken;
        _tokens[_permanent] = new Token(null);
    }

    /// <summary>At most two are good at a time; the oldest goes first (Slack docs: Token rotation).</summary>
    private (string Token, string? Refresh) Rotate(DateTimeOffset now)
    {
        var token = $"xoxe.xoxb-sandbox-{ids.Token(24)}";
        var refresh = $"xoxe-sandbox-{ids.Token(24)}";
        _tokens.Add(token, new Token(now + TimeSpan.FromSeconds(Life)));
        _refreshers.Add(refresh, new Token(null));
        _rotating.Add(token);
        if (_rotating.Count > MostRotating)
        {
            Revoke(_rotating[0]);
            _rotating.RemoveAt(0);
        }

        return (token, refresh);
    }

    private sealed record Token(DateTimeOffset? ExpiresAt)
    {
        /// <summary>Why it ended before its time.</summary>
        public string? Ended { get; init; }
    }
}

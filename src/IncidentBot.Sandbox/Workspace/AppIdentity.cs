using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Who the installed app is, and the secrets it shares with the workspace.</summary>
internal sealed partial record AppIdentity
{
    public required string AppId { get; init; }

    public required string BotId { get; init; }

    public required string BotUserId { get; init; }

    public required string BotToken { get; init; }

    /// <summary>An app-level token: opens sockets, and is of the wrong kind for every other method the sandbox models.</summary>
    public required string AppToken { get; init; }

    /// <summary>With the secret below, what the app proves itself with when it asks for a token (Slack docs: Installing with OAuth).</summary>
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string SigningSecret { get; init; }

    /// <summary>The deprecated field <c>token</c> of payloads; still sent, proves nothing.</summary>
    public required string VerificationToken { get; init; }

    public required SandboxManifest Manifest { get; init; }

    public static AppIdentity Create(SandboxOptions options, Ids ids)
    {
        if (options.BotToken is { } token && LooksReal(token))
            throw new ArgumentException("This bot token looks like a real one. A sandbox never needs a real token.", nameof(options));
        // From a sequence of its own, so that the workspace's ids stay what they were before there was OAuth.
        var secrets = new Ids(options.Seed ^ 0x0A47);
        return new AppIdentity
        {
            AppId = ids.Next("A"),
            BotId = ids.Next("B"),
            BotUserId = ids.Next("U"),
            BotToken = options.BotToken ?? $"xoxb-sandbox-{ids.Token(24)}",
            AppToken = $"xapp-sandbox-{ids.Token(24)}",
            ClientId = $"{secrets.Digits(12)}.{secrets.Digits(13)}",
            ClientSecret = secrets.Hex(32),
            SigningSecret = options.SigningSecret ?? ids.Hex(32),
            VerificationToken = ids.Token(24),
            Manifest = options.Manifest,
        };
    }

    /// <summary>True for a token of the shape Slack hands out, which must never be sent here.</summary>
    public static bool LooksReal(string token) => RealToken().IsMatch(token);

    public bool Has(string scope) => Manifest.Scopes.Contains(scope);

    [GeneratedRegex(@"^(xox[bpar]-\d{6,}-\d{6,}-|xapp-\d-A[A-Z0-9]+-\d+-|xoxe(\.xox[bp])?-\d-)")]
    private static partial Regex RealToken();
}

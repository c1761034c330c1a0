using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>Somebody opened the app's Home; sent each time. Slack docs: app_home_opened event.</summary>
public sealed record AppHomeOpened : Event
{
    /// <summary>Who opened it.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>Their direct-message channel with the app (D…).</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? Channel { get; init; }

    /// <summary><c>home</c> or <c>messages</c>.</summary>
    public string? Tab { get; init; }
}

/// <summary>The app was removed: every call fails from now on. Slack docs: app_uninstalled event.</summary>
public sealed record AppUninstalled : Event;

/// <summary>Tokens stopped working. The order against <see cref="AppUninstalled"/> is not promised. Slack docs: tokens_revoked event.</summary>
public sealed record TokensRevoked : Event
{
    /// <summary>Whose tokens.</summary>
    public RevokedTokens Tokens { get; init; } = new();
}

/// <summary>The owners of revoked tokens: user ids, not token values.</summary>
public sealed record RevokedTokens
{
    /// <summary>People whose user tokens were revoked.</summary>
    public IReadOnlyList<string> Oauth { get; init; } = [];

    /// <summary>Bot users whose bot tokens were revoked.</summary>
    public IReadOnlyList<string> Bot { get; init; } = [];
}

/// <summary>The workspace got another name. Slack docs: team_rename event.</summary>
public sealed record TeamRename : Event
{
    /// <summary>The new name.</summary>
    public string? Name { get; init; }
}

/// <summary>The workspace is reached under another address; old permalinks lead nowhere one day. Slack docs: team_domain_change event.</summary>
public sealed record TeamDomainChange : Event
{
    /// <summary>The new address, such as <c>https://example.slack.com</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Its first word.</summary>
    public string? Domain { get; init; }
}

namespace IncidentBot.Slack.Requests;

/// <summary>One thing Slack told the app, whichever way it came. The kinds are the records derived from this one.</summary>
public abstract record SlackRequest
{
    /// <summary>
    /// The workspace (T…) it belongs to; for organisation-wide installs without one, the enterprise (E…).
    /// Empty for <see cref="UrlVerification"/> and <see cref="SslCheck"/>, which belong to none, and for <see cref="UnknownInteraction"/>.
    /// </summary>
    public string TeamId { get; init; } = "";

    /// <summary>The channel it happened in, when it happened in one.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The person (or bot user) who caused it, when there is one.</summary>
    public string? UserId { get; init; }

    /// <summary>Equal for two deliveries of the same thing, so that the second can be dropped; null where Slack gives no identity.</summary>
    public virtual string? Key => null;

    /// <summary>The kind, where and the key: never any content, because this may be logged.</summary>
    public sealed override string ToString() => $"{GetType().Name} {TeamId}/{ChannelId} {Key}";
}

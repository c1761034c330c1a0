namespace IncidentBot.Sandbox;

/// <summary>How a sandbox is set up. Every setting has a default that suits a test.</summary>
public sealed record SandboxOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The workspace's clock; null makes a new one, which the sandbox then owns.</summary>
    public MovableClock? Clock { get; init; }

    /// <summary>What the app is, wants to hear and may do.</summary>
    public SandboxManifest Manifest { get; init; } = SandboxManifest.Example;

    /// <summary>Whether calls over Slack's documented tiers get HTTP 429. Off by default.</summary>
    public bool RateLimits { get; init; }

    /// <summary>Who and what is there at the start.</summary>
    public SandboxPopulation Population { get; init; } = SandboxPopulation.Default;

    /// <summary>Two sandboxes with equal seeds hand out equal ids, tokens and secrets in equal order.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The workspace's name.</summary>
    public string TeamName { get; init; } = "Sandbox";

    /// <summary>The bot token; null makes one. A token shaped like a real one is refused.</summary>
    public string? BotToken { get; init; }

    /// <summary>The signing secret; null makes one.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>
    /// How long a Socket Mode connection lives before it is renewed, by the workspace's clock. Slack's varies between some
    /// minutes and a few hours.
    /// </summary>
    public TimeSpan SocketLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Deliveries to the app within 60 minutes before it only hears <c>app_rate_limited</c> (Slack docs: Events API, rate
    /// limiting: 30,000).
    /// </summary>
    public int EventsPerHour { get; init; } = 30_000;

    /// <summary>
    /// From how many deliveries within 60 minutes on more than 95 % of failures disables the subscriptions (Slack docs:
    /// Events API, failure limits: 1,000).
    /// </summary>
    public int DisableAfterEvents { get; init; } = 1_000;

    /// <summary>
    /// How many people an emoji names at most where <c>reactions.get</c> with <c>full</c> is not asked. Slack says that the list
    /// may be cut, not where; the number is assumed.
    /// </summary>
    public int ReactionUsersShown { get; init; } = 50;

    /// <summary>
    /// Whether a bot token may unarchive channels. Slack's sources disagree (a page of 2022 refuses, live tests succeed);
    /// false answers <c>user_is_bot</c>.
    /// </summary>
    public bool BotsMayUnarchive { get; init; } = true;

    /// <summary>Whether a <c>response_url</c> answers the plain text <c>ok</c> instead of JSON; both have been seen.</summary>
    public bool PlainResponseUrlAnswers { get; init; }

    /// <summary>Whether a bad trigger is refused as <c>invalid_arguments</c>, the older way, instead of by its own code.</summary>
    public bool OldTriggerErrors { get; init; }

    /// <summary>
    /// Whether the app is one of those that read history only once a minute and 15 messages at a time (Slack docs:
    /// conversations.history, rate limits for apps outside the Marketplace).
    /// </summary>
    public bool IsRestrictedApp { get; init; }

    /// <summary>Whether pages of history hold fewer messages than asked for, as Slack allows itself.</summary>
    public bool ShortPages { get; init; }

    /// <summary>Whether the workspace is paid for: user groups, and canvases beside those of channels, need that.</summary>
    public bool IsPaidPlan { get; init; } = true;

    /// <summary>Whether the workspace lets apps change user groups; false answers <c>permission_denied</c>.</summary>
    public bool BotsMayManageUserGroups { get; init; } = true;
}

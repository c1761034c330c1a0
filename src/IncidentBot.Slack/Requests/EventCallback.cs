namespace IncidentBot.Slack.Requests;

/// <summary>Something happened in the workspace. Slack docs: Events API, callback field overview.</summary>
public sealed record EventCallback : SlackRequest
{
    /// <summary>What happened. A type we do not know is an <see cref="UnknownEvent"/>, never an error.</summary>
    public required Event Event { get; init; }

    /// <summary>Globally unique, and the same for every delivery of this event.</summary>
    public required string EventId { get; init; }

    /// <summary>When it happened, in Unix seconds.</summary>
    public long EventTime { get; init; }

    /// <summary>The organisation (E…), when there is one.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>The app (A…) that subscribed.</summary>
    public string? ApiAppId { get; init; }

    /// <summary>True when the channel is shared with another workspace.</summary>
    public bool IsExtSharedChannel { get; init; }

    /// <summary>Names the event for <c>apps.event.authorizations.list</c>.</summary>
    public string? EventContext { get; init; }

    /// <summary>One installation that may see the event; Slack sends at most one.</summary>
    public IReadOnlyList<Authorization> Authorizations { get; init; } = [];

    /// <inheritdoc/>
    public override string? Key => EventId;
}

/// <summary>An installation of the app that may see an event.</summary>
public sealed record Authorization
{
    /// <summary>The organisation, when there is one.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>The workspace; null for an organisation-wide install.</summary>
    public string? TeamId { get; init; }

    /// <summary>The user the app acts as.</summary>
    public string? UserId { get; init; }

    /// <summary>True when that user is the app's bot.</summary>
    public bool IsBot { get; init; }

    /// <summary>True when the app is installed on the whole organisation.</summary>
    public bool IsEnterpriseInstall { get; init; }
}

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>auth.*</c> methods.</summary>
public interface IAuthApi
{
    /// <summary>Says who the token belongs to. Slack docs: auth.test.</summary>
    Task<AuthTestResponse> Test(CancellationToken cancellationToken = default);
}

/// <summary>Who a token belongs to.</summary>
public sealed record AuthTestResponse
{
    /// <summary>The workspace's address, ending in a slash.</summary>
    public required string Url { get; init; }

    /// <summary>The workspace's name.</summary>
    public string? Team { get; init; }

    /// <summary>The workspace (T…).</summary>
    public required string TeamId { get; init; }

    /// <summary>The handle of the user.</summary>
    public string? User { get; init; }

    /// <summary>The user (U…): for a bot token the bot user, whose own events are to be ignored.</summary>
    public required string UserId { get; init; }

    /// <summary>The bot (B…), for a bot token.</summary>
    public string? BotId { get; init; }

    /// <summary>The organisation (E…), when there is one.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>True when the app is installed on the whole organisation.</summary>
    public bool IsEnterpriseInstall { get; init; }
}

namespace IncidentBot.Slack.Requests;

/// <summary>A person or bot user. Slack docs: user object.</summary>
public sealed record User
{
    /// <summary>The id (U… or W…).</summary>
    public required string Id { get; init; }

    /// <summary>The workspace they come from.</summary>
    public string? TeamId { get; init; }

    /// <summary>The handle: for display only, never an identity.</summary>
    public string? Name { get; init; }

    /// <summary>The full name; see also <see cref="UserProfile.RealName"/>.</summary>
    public string? RealName { get; init; }

    /// <summary>True when the account is deactivated; the id stays.</summary>
    public bool Deleted { get; init; }

    /// <summary>True for bot users, except Slackbot.</summary>
    public bool IsBot { get; init; }

    /// <summary>True for guests.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>True for people of another workspace who share no channel with the app; absent or false proves nothing.</summary>
    public bool IsStranger { get; init; }

    /// <summary>On Enterprise Grid, which of its workspaces they belong to; absent elsewhere.</summary>
    public EnterpriseUser? EnterpriseUser { get; init; }

    /// <summary>Whether they are no full member of that workspace or of its organization: from another one (Slack Connect), or a guest.</summary>
    /// <param name="teamId">The workspace.</param>
    public bool IsExternalTo(string teamId) =>
        IsStranger || IsRestricted || (TeamId is { Length: > 0 } home && home != teamId && EnterpriseUser?.Teams.Contains(teamId) != true);

    /// <summary>The IANA time zone, such as <c>Europe/Berlin</c>; absent for bots, deactivated and external people.</summary>
    public string? Tz { get; init; }

    /// <summary>The language they set Slack to, such as <c>de-DE</c>; only where it was asked for.</summary>
    public string? Locale { get; init; }

    /// <summary>The time zone's name for people.</summary>
    public string? TzLabel { get; init; }

    /// <summary>Seconds east of UTC at the time of asking, daylight saving included.</summary>
    public int? TzOffset { get; init; }

    /// <summary>The names they chose.</summary>
    public UserProfile Profile { get; init; } = new();
}

/// <summary>The names a person chose for themselves.</summary>
public sealed record UserProfile
{
    /// <summary>The name to show; often empty, then show <see cref="RealName"/>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The full name.</summary>
    public string? RealName { get; init; }
}

/// <summary>Somebody of an organization with several workspaces. Slack docs: user object, enterprise_user.</summary>
public sealed record EnterpriseUser
{
    /// <summary>The ids of the workspaces they belong to.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];
}

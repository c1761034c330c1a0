namespace IncidentBot.Slack.Requests;

/// <summary>A person typed a command. It has no thread: Slack refuses commands in threads. Slack docs: Slash commands.</summary>
public sealed record SlashCommand : SlackRequest
{
    /// <summary>The command with its slash.</summary>
    public required string Command { get; init; }

    /// <summary>What was typed after the command; empty when nothing was. May hold smart quotes and no-break spaces.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where up to five answers may be posted within 30 minutes.</summary>
    public required string ResponseUrl { get; init; }

    /// <summary>Opens one view within 3 seconds of the command.</summary>
    public required string TriggerId { get; init; }

    /// <summary>The person's handle. Slack calls it deprecated; use <see cref="SlackRequest.UserId"/>.</summary>
    public string? UserName { get; init; }

    /// <summary>The workspace's subdomain.</summary>
    public string? TeamDomain { get; init; }

    /// <summary>The organisation (E…), when the workspace is part of one.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>The channel's name, or a placeholder such as <c>directmessage</c> or <c>privategroup</c>: for display only.</summary>
    public string? ChannelName { get; init; }

    /// <summary>The app (A…) the command belongs to.</summary>
    public string? ApiAppId { get; init; }

    /// <inheritdoc/>
    public override string? Key => TriggerId;
}

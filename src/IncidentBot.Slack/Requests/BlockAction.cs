namespace IncidentBot.Slack.Requests;

/// <summary>Where a block is. Slack docs: block_actions payload, container.</summary>
public sealed record Container
{
    /// <summary><c>message</c>, <c>message_attachment</c> or <c>view</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The message's timestamp.</summary>
    public string? MessageTs { get; init; }

    /// <summary>The message's channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The thread the message is in.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>True when only one person sees the message.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>The view's id.</summary>
    public string? ViewId { get; init; }
}

/// <summary>An element that was used, with the value that fits its type; the others are null.</summary>
public sealed record BlockAction
{
    /// <summary>The element's type, such as <c>button</c> or <c>static_select</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>Which block.</summary>
    public string BlockId { get; init; } = "";

    /// <summary>Which element.</summary>
    public required string ActionId { get; init; }

    /// <summary>When, as a timestamp text.</summary>
    public string? ActionTs { get; init; }

    /// <summary>A button's value or an input's text.</summary>
    public string? Value { get; init; }

    /// <summary>The chosen option of a select, overflow or radio group; null when it was unselected.</summary>
    public SelectedOption? SelectedOption { get; init; }

    /// <summary>The ticked options of checkboxes and multi selects.</summary>
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    /// <summary>The chosen person of a user select.</summary>
    public string? SelectedUser { get; init; }
}

/// <summary>An option a person chose.</summary>
public sealed record SelectedOption
{
    /// <summary>The value the app gave the option.</summary>
    public required string Value { get; init; }
}

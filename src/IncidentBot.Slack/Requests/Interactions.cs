namespace IncidentBot.Slack.Requests;

/// <summary>Somebody used a button, menu or input. Slack docs: block_actions payload.</summary>
public sealed record BlockActionRequest : SlackRequest
{
    /// <summary>Where the block is: in a message or in a view.</summary>
    public required Container Container { get; init; }

    /// <summary>Opens one view within 3 seconds of the click.</summary>
    public required string TriggerId { get; init; }

    /// <summary>Where up to five answers may be posted within 30 minutes; absent in views.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>The message the block is in; absent in views and for ephemeral messages.</summary>
    public Message? Message { get; init; }

    /// <summary>The view the block is in.</summary>
    public ViewInfo? View { get; init; }

    /// <summary>What the message's inputs hold.</summary>
    public ViewState? State { get; init; }

    /// <summary>What was used: at least one, in practice exactly one.</summary>
    public required IReadOnlyList<BlockAction> Actions { get; init; }

    /// <summary>The first of <see cref="Actions"/>.</summary>
    public BlockAction Action => Actions[0];

    /// <inheritdoc/>
    public override string? Key => TriggerId;
}

/// <summary>
/// A menu asks for its options. It must be answered in the response, within 3 seconds, so it has no key.
/// Slack docs: block_suggestion payload.
/// </summary>
public sealed record BlockOptionsRequest : SlackRequest
{
    /// <summary>Which menu.</summary>
    public required string ActionId { get; init; }

    /// <summary>Which block the menu is in.</summary>
    public required string BlockId { get; init; }

    /// <summary>What was typed so far.</summary>
    public string Value { get; init; } = "";
}

/// <summary>Somebody submitted a modal. Slack docs: view_submission payload.</summary>
public sealed record ViewSubmission : SlackRequest
{
    /// <summary>The modal with everything people entered in its state.</summary>
    public required ViewInfo View { get; init; }

    /// <summary>Opens one view within 3 seconds of the submission.</summary>
    public required string TriggerId { get; init; }

    /// <summary>The version of the view that was submitted; empty where Slack leaves it out.</summary>
    public string Hash => View.Hash;

    /// <summary>
    /// The view and its version, not the trigger: a person who was told of trouble connecting presses the button of the same
    /// form again, and what arrived the first time must not be done twice.
    /// </summary>
    public override string? Key => $"submitted:{View.Id}:{View.Hash}";
}

/// <summary>Somebody closed a modal that asked to be told (<c>notify_on_close</c>). Slack docs: view_closed payload.</summary>
public sealed record ViewClosed : SlackRequest
{
    /// <summary>The modal.</summary>
    public required ViewInfo View { get; init; }

    /// <summary>True when the whole stack was closed; the view is then the lowest.</summary>
    public bool IsCleared { get; init; }

    /// <summary>The view and its version: Slack gives this payload no identity of its own.</summary>
    public override string? Key => $"{View.Id}:{View.Hash}";
}

/// <summary>Somebody chose a global shortcut. Slack docs: shortcuts payload.</summary>
public sealed record GlobalShortcut : SlackRequest
{
    /// <summary>Which shortcut.</summary>
    public required string CallbackId { get; init; }

    /// <summary>Opens one view within 3 seconds.</summary>
    public required string TriggerId { get; init; }

    /// <inheritdoc/>
    public override string? Key => TriggerId;
}

/// <summary>Somebody chose a shortcut from a message's menu. Slack docs: message shortcuts payload.</summary>
public sealed record MessageShortcut : SlackRequest
{
    /// <summary>Which shortcut.</summary>
    public required string CallbackId { get; init; }

    /// <summary>Opens one view within 3 seconds.</summary>
    public required string TriggerId { get; init; }

    /// <summary>Where up to five answers may be posted within 30 minutes.</summary>
    public required string ResponseUrl { get; init; }

    /// <summary>The message.</summary>
    public required Message Message { get; init; }

    /// <summary>The message's timestamp, its id within the channel.</summary>
    public required string MessageTs { get; init; }

    /// <inheritdoc/>
    public override string? Key => TriggerId;
}

/// <summary>
/// An interaction of a kind we do not use (dialogs, attachments of old, what is yet to come). Answer 200.
/// Nothing but the kind is read, so the team, channel and person are not known.
/// </summary>
/// <param name="Type">Slack's name of the kind.</param>
public sealed record UnknownInteraction(string Type) : SlackRequest;

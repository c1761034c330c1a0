namespace IncidentBot.Slack.Blocks;

/// <summary>One choice of a menu, of checkboxes or of radio buttons. Slack docs: Option object.</summary>
public sealed record Option
{
    /// <summary>What it says; markup only in checkboxes and radio buttons.</summary>
    public required TextObject Text { get; init; }

    /// <summary>What comes back when it is chosen.</summary>
    public required string Value { get; init; }

    /// <summary>A smaller explanation.</summary>
    public TextObject? Description { get; init; }
}

/// <summary>A question asked before something is done. Slack docs: Confirmation dialog object.</summary>
public sealed record ConfirmationDialog
{
    /// <summary>The heading.</summary>
    public required PlainText Title { get; init; }

    /// <summary>The question.</summary>
    public required TextObject Text { get; init; }

    /// <summary>What the agreeing button says.</summary>
    public required PlainText Confirm { get; init; }

    /// <summary>What the refusing button says.</summary>
    public required PlainText Deny { get; init; }
}

namespace IncidentBot.Slack.Blocks;

/// <summary>One choice from a fixed list. Slack docs: Select menu element, static options.</summary>
public sealed record StaticSelectMenu : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "static_select";

    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>The choice made already; must equal one of <see cref="Options"/>.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>A grey text shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>A question to ask first.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>One person of the workspace. Slack docs: Select menu element, user list.</summary>
public sealed record UserSelectMenu : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "users_select";

    /// <summary>The person chosen already.</summary>
    public string? InitialUser { get; init; }

    /// <summary>A grey text shown while nobody is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>A question to ask first.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>Any number of people of the workspace. Slack docs: Multi-select menu element, user list.</summary>
public sealed record MultiUserSelectMenu : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "multi_users_select";

    /// <summary>The people chosen already.</summary>
    public IReadOnlyList<string>? InitialUsers { get; init; }

    /// <summary>The most people that can be chosen, at least 1; no limit where it is left out.</summary>
    public int? MaxSelectedItems { get; init; }

    /// <summary>A grey text shown while nobody is chosen.</summary>
    public PlainText? Placeholder { get; init; }
}

/// <summary>Up to five choices behind three dots. Slack docs: Overflow menu element.</summary>
public sealed record OverflowMenu : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "overflow";

    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>A question to ask first.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>Any number of up to ten choices. Slack docs: Checkboxes element.</summary>
public sealed record CheckboxGroup : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "checkboxes";

    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>The choices ticked already; each must equal one of <see cref="Options"/>.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }
}

/// <summary>One of up to ten choices, all in sight. Slack docs: Radio button group element.</summary>
public sealed record RadioButtonGroup : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "radio_buttons";

    /// <summary>The choices.</summary>
    public required IReadOnlyList<Option> Options { get; init; }

    /// <summary>The choice made already; must equal one of <see cref="Options"/>.</summary>
    public Option? InitialOption { get; init; }
}

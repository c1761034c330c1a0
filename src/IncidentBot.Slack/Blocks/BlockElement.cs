using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>Something to click, choose from or type into. Slack docs: Block Kit, block elements.</summary>
public abstract record BlockElement : ITyped
{
    /// <inheritdoc/>
    public abstract string Type { get; }

    /// <summary>The element's name, unique within its block; comes back in the payload.</summary>
    public required string ActionId { get; init; }
}

/// <summary>A button. Slack docs: Button element.</summary>
public sealed record Button : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "button";

    /// <summary>What it says.</summary>
    public required PlainText Text { get; init; }

    /// <summary>What comes back when it is clicked.</summary>
    public string? Value { get; init; }

    /// <summary>A page to open; a click is reported all the same.</summary>
    public string? Url { get; init; }

    /// <summary>Its colour.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ButtonStyle Style { get; init; }

    /// <summary>A question to ask first.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>A button's colour. Slack docs: Button element, style.</summary>
public enum ButtonStyle
{
    /// <summary>Neutral; nothing is sent.</summary>
    Default,

    /// <summary>Green: at most one in a set.</summary>
    Primary,

    /// <summary>Red: for what cannot be undone.</summary>
    Danger,
}

/// <summary>Several lines or one line of text. Slack docs: Plain-text input element.</summary>
public sealed record PlainTextInput : BlockElement
{
    /// <inheritdoc/>
    public override string Type => "plain_text_input";

    /// <summary>Whether it takes several lines.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Multiline { get; init; }

    /// <summary>The fewest characters Slack lets through.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most characters Slack lets through.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The text already in it.</summary>
    public string? InitialValue { get; init; }

    /// <summary>A grey example shown while it is empty.</summary>
    public PlainText? Placeholder { get; init; }
}

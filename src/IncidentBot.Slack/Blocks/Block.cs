using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>One block of a message or view. Slack docs: Block Kit, blocks.</summary>
public abstract record Block : ITyped
{
    /// <inheritdoc/>
    public abstract string Type { get; }

    /// <summary>The block's name, unique on its surface; Slack makes one up when there is none.</summary>
    public string? BlockId { get; init; }
}

/// <summary>Text, up to ten short fields in two columns, and one element beside it. Slack docs: Section block.</summary>
public sealed record SectionBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "section";

    /// <summary>The text; may be left out when there are fields.</summary>
    public TextObject? Text { get; init; }

    /// <summary>The short fields.</summary>
    public IReadOnlyList<TextObject>? Fields { get; init; }

    /// <summary>The element at the side.</summary>
    public BlockElement? Accessory { get; init; }
}

/// <summary>Large bold text. Slack docs: Header block.</summary>
public sealed record HeaderBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "header";

    /// <summary>The text.</summary>
    public required PlainText Text { get; init; }
}

/// <summary>A line across. Slack docs: Divider block.</summary>
public sealed record DividerBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "divider";
}

/// <summary>Small grey text. Slack docs: Context block.</summary>
public sealed record ContextBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "context";

    /// <summary>The texts, shown in a row.</summary>
    public required IReadOnlyList<TextObject> Elements { get; init; }
}

/// <summary>Buttons and menus in a row. Slack docs: Actions block.</summary>
public sealed record ActionsBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "actions";

    /// <summary>The elements, each with an action id of its own.</summary>
    public required IReadOnlyList<BlockElement> Elements { get; init; }
}

/// <summary>A labelled input. Slack docs: Input block.</summary>
public sealed record InputBlock : Block
{
    /// <inheritdoc/>
    public override string Type => "input";

    /// <summary>What to enter.</summary>
    public required PlainText Label { get; init; }

    /// <summary>The input itself.</summary>
    public required BlockElement Element { get; init; }

    /// <summary>A smaller explanation below.</summary>
    public PlainText? Hint { get; init; }

    /// <summary>Whether it may stay empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Optional { get; init; }
}

using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>A view to open, update or publish. Slack docs: Views.</summary>
public abstract record ViewDefinition : ITyped
{
    /// <inheritdoc/>
    public abstract string Type { get; }

    /// <summary>What it shows.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>What the app wants back with every payload of the view; people do not see it.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>The app's name for the view.</summary>
    public string? CallbackId { get; init; }
}

/// <summary>A window over the conversation. Slack docs: Modals.</summary>
public sealed record ModalViewDefinition : ViewDefinition
{
    /// <inheritdoc/>
    public override string Type => "modal";

    /// <summary>The heading.</summary>
    public required PlainText Title { get; init; }

    /// <summary>What the submitting button says; needed as soon as there is an input block.</summary>
    public PlainText? Submit { get; init; }

    /// <summary>What the cancelling button says.</summary>
    public PlainText? Close { get; init; }

    /// <summary>Whether closing it is reported as <c>view_closed</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NotifyOnClose { get; init; }
}

/// <summary>The app's Home for one person. Slack docs: App Home.</summary>
public sealed record HomeViewDefinition : ViewDefinition
{
    /// <inheritdoc/>
    public override string Type => "home";
}

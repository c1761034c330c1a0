namespace IncidentBot.Slack.Requests;

/// <summary>A view as Slack holds it. Slack docs: Views, view payload.</summary>
public sealed record ViewInfo
{
    /// <summary>The view's id (V…).</summary>
    public required string Id { get; init; }

    /// <summary>What the app called it; empty when it was not named.</summary>
    public string CallbackId { get; init; } = "";

    /// <summary>The view's version, for updates that must not overwrite a newer one; empty where Slack leaves it out.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What the app put into it for itself.</summary>
    public string PrivateMetadata { get; init; } = "";

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>What people entered.</summary>
    public ViewState State { get; init; } = new();

    /// <summary>The id and name: never what people entered, because this may be logged.</summary>
    public override string ToString() => $"view {Id} {CallbackId}";
}

namespace IncidentBot.Slack.Requests;

/// <summary>The inner event of an <see cref="EventCallback"/>. Slack docs: Event types reference.</summary>
public abstract record Event
{
    /// <summary>Slack's name of the event, such as <c>reaction_added</c>; <c>group_*</c> twins keep their own name.</summary>
    public string Type { get; init; } = "";

    /// <summary>When it happened, as a timestamp text; absent for a few app events, and seen without its dot.</summary>
    public string? EventTs { get; init; }

    /// <summary>The type and time: never any content, because this may be logged.</summary>
    public sealed override string ToString() => $"{Type} {EventTs}";
}

/// <summary>An event of a type this layer does not know. Slack docs: Events API (new types must be ignored, not refused).</summary>
public sealed record UnknownEvent : Event;

using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>Somebody pinned an item to a channel. Slack docs: pin_added event.</summary>
public sealed record PinAdded : Event
{
    /// <summary>Who pinned it.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>Where it was pinned.</summary>
    public required string ChannelId { get; init; }

    /// <summary>What was pinned.</summary>
    public required PinnedItem Item { get; init; }
}

/// <summary>Somebody unpinned an item from a channel. Slack docs: pin_removed event.</summary>
public sealed record PinRemoved : Event
{
    /// <summary>Who unpinned it.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>Where it was pinned.</summary>
    public required string ChannelId { get; init; }

    /// <summary>What was unpinned.</summary>
    public required PinnedItem Item { get; init; }
}

/// <summary>A pinned thing, as in pin events and in <c>pins.list</c>.</summary>
public sealed record PinnedItem
{
    /// <summary><c>message</c>, or historically <c>file</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The channel it is pinned in.</summary>
    public string? Channel { get; init; }

    /// <summary>When it was pinned, in Unix seconds.</summary>
    public long Created { get; init; }

    /// <summary>Who pinned it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The message, when a message is pinned.</summary>
    public Message? Message { get; init; }
}

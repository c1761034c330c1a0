using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>Somebody added an emoji to an item. Slack docs: reaction_added event.</summary>
public sealed record ReactionAdded : Event
{
    /// <summary>Who reacted.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>The emoji's name without colons; may end in a skin tone such as <c>::skin-tone-3</c>.</summary>
    public required string Reaction { get; init; }

    /// <summary>Who wrote the item; absent for some messages of webhooks and bots.</summary>
    public string? ItemUser { get; init; }

    /// <summary>What was reacted to.</summary>
    public required ReactionItem Item { get; init; }
}

/// <summary>Somebody took an emoji away from an item. Slack docs: reaction_removed event.</summary>
public sealed record ReactionRemoved : Event
{
    /// <summary>Who took the reaction away.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>The emoji's name without colons; may end in a skin tone such as <c>::skin-tone-3</c>.</summary>
    public required string Reaction { get; init; }

    /// <summary>Who wrote the item; absent for some messages of webhooks and bots.</summary>
    public string? ItemUser { get; init; }

    /// <summary>What the reaction was on.</summary>
    public required ReactionItem Item { get; init; }
}

/// <summary>The item of a reaction. The event never carries the message's text.</summary>
public sealed record ReactionItem
{
    /// <summary><c>message</c>, or historically <c>file</c> and <c>file_comment</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The message's channel; absent for files.</summary>
    public string? Channel { get; init; }

    /// <summary>The message's timestamp, its id within the channel; absent for files.</summary>
    public string? Ts { get; init; }
}

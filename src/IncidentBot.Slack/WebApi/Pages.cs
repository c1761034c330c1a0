using System.Text.Json.Serialization;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>One page of a longer answer. A page may be short or even empty before the end. Slack docs: Pagination.</summary>
public abstract record Page
{
    /// <summary>Slack's remarks about the answer.</summary>
    public ResponseMetadata? ResponseMetadata { get; init; }

    /// <summary>What to ask for the next page with; null at the end.</summary>
    [JsonIgnore]
    public string? NextCursor => ResponseMetadata?.NextCursor is { Length: > 0 } cursor ? cursor : null;
}

/// <summary>Slack's remarks about an answer.</summary>
public sealed record ResponseMetadata
{
    /// <summary>The next page; empty or absent at the end.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>A page of messages.</summary>
public sealed record ConversationHistoryResponse : Page
{
    /// <summary>The messages.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }

    /// <summary>Whether there are more.</summary>
    public bool HasMore { get; init; }
}

/// <summary>A page of member ids.</summary>
public sealed record ConversationMembersResponse : Page
{
    /// <summary>The ids.</summary>
    public required IReadOnlyList<string> Members { get; init; }
}

/// <summary>A page of channels.</summary>
public sealed record ConversationListResponse : Page
{
    /// <summary>The channels.</summary>
    public required IReadOnlyList<Conversation> Channels { get; init; }
}

using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>A channel, private channel or direct message. Slack docs: conversation object.</summary>
public sealed record Conversation
{
    /// <summary>The id. Its first letter says nothing reliable about privacy.</summary>
    public required string Id { get; init; }

    /// <summary>The name without <c>#</c>; absent for direct messages.</summary>
    public string? Name { get; init; }

    /// <summary>True when only invited people see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True when it is archived.</summary>
    public bool IsArchived { get; init; }

    /// <summary>True for a direct message between two.</summary>
    public bool IsIm { get; init; }

    /// <summary>True for a direct message among several.</summary>
    public bool IsMpim { get; init; }

    /// <summary>True when the asking bot is in it; <c>users.conversations</c> leaves it out, which reads as false.</summary>
    public bool IsMember { get; init; }

    /// <summary>Who created it.</summary>
    public string? Creator { get; init; }

    /// <summary>When it was created, in Unix seconds.</summary>
    public long Created { get; init; }

    /// <summary>The topic, escaped as Slack does; empty when there is none.</summary>
    [JsonConverter(typeof(ValueConverter))]
    public string Topic { get; init; } = "";

    /// <summary>The purpose ("description"), escaped as Slack does; empty when there is none.</summary>
    [JsonConverter(typeof(ValueConverter))]
    public string Purpose { get; init; } = "";
}

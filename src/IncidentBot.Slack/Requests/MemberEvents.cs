using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>Somebody, perhaps the bot itself, joined a channel. Slack docs: member_joined_channel event.</summary>
public sealed record MemberJoinedChannel : Event
{
    /// <summary>Who joined.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>The channel's id.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary><c>C</c> or <c>G</c>: one letter here, unlike in messages.</summary>
    public string? ChannelType { get; init; }

    /// <summary>Who invited them, when they were invited.</summary>
    public string? Inviter { get; init; }
}

/// <summary>Somebody, perhaps the bot itself, left a channel. Slack docs: member_left_channel event.</summary>
public sealed record MemberLeftChannel : Event
{
    /// <summary>Who left.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string User { get; init; }

    /// <summary>The channel's id.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary><c>C</c> or <c>G</c>: one letter here, unlike in messages.</summary>
    public string? ChannelType { get; init; }

    /// <summary>Kept equal to the joining event; Slack does not send it for leaving.</summary>
    public string? Inviter { get; init; }
}

/// <summary>Something about a person changed: name, time zone, status, activation. Very frequent. Slack docs: user_change event.</summary>
public sealed record UserChange : Event
{
    /// <summary>The person as they are now.</summary>
    public required User User { get; init; }
}

/// <summary>Somebody new joined the workspace. Slack docs: team_join event.</summary>
public sealed record TeamJoin : Event
{
    /// <summary>The new person.</summary>
    public required User User { get; init; }
}

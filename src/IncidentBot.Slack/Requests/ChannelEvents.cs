using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>A channel was archived. Slack docs: channel_archive and group_archive events.</summary>
public sealed record ChannelArchive : Event
{
    /// <summary>The channel's id.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary>Who archived it.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? User { get; init; }
}

/// <summary>A channel was taken out of the archive. Slack docs: channel_unarchive and group_unarchive events.</summary>
public sealed record ChannelUnarchive : Event
{
    /// <summary>The channel's id.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary>Who unarchived it, when it is public.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? User { get; init; }

    /// <summary>Who unarchived it, when it is private.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? ActorId { get; init; }
}

/// <summary>A channel got another name. Slack docs: channel_rename and group_rename events.</summary>
public sealed record ChannelRename : Event
{
    /// <summary>The channel with its new name.</summary>
    public required RenamedChannel Channel { get; init; }
}

/// <summary>A channel after its renaming.</summary>
public sealed record RenamedChannel
{
    /// <summary>The channel's id, which renaming does not change.</summary>
    public required string Id { get; init; }

    /// <summary>The new name.</summary>
    public required string Name { get; init; }

    /// <summary>When the channel was created, in Unix seconds.</summary>
    public long Created { get; init; }
}

/// <summary>A public channel was created. Slack docs: channel_created event.</summary>
public sealed record ChannelCreated : Event
{
    /// <summary>The new channel.</summary>
    public required CreatedChannel Channel { get; init; }
}

/// <summary>A channel just created.</summary>
public sealed record CreatedChannel
{
    /// <summary>The channel's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was created, in Unix seconds.</summary>
    public long Created { get; init; }

    /// <summary>Who created it.</summary>
    public string? Creator { get; init; }
}

/// <summary>A channel was deleted for good. Slack docs: channel_deleted and group_deleted events.</summary>
public sealed record ChannelDeleted : Event
{
    /// <summary>The id the channel had.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary>Who deleted it.</summary>
    public string? ActorId { get; init; }
}

/// <summary>A channel has another id from now on: stored ids must follow. Slack docs: channel_id_changed event.</summary>
public sealed record ChannelIdChanged : Event
{
    /// <summary>The id until now.</summary>
    public required string OldChannelId { get; init; }

    /// <summary>The id from now on.</summary>
    public required string NewChannelId { get; init; }
}

/// <summary>The app's bot left, or was removed from, a channel. Slack docs: channel_left and group_left events.</summary>
public sealed record ChannelLeft : Event
{
    /// <summary>The channel's id.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary>Who removed the bot.</summary>
    public string? ActorId { get; init; }
}

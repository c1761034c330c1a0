using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>
/// A message was posted, changed or deleted: one record for all subtypes.
/// To recognise apps test <see cref="BotId"/>: their messages often have no subtype. Slack docs: message event.
/// </summary>
public sealed record MessageEvent : Event
{
    /// <summary>Where.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary><c>channel</c>, <c>group</c>, <c>im</c>, <c>mpim</c> or <c>app_home</c>.</summary>
    public string? ChannelType { get; init; }

    /// <summary>Who wrote it; absent for changes, deletions and some bots.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? User { get; init; }

    /// <summary>The text, escaped as Slack does (<c>&amp;amp;</c>, <c>&amp;lt;</c>, <c>&amp;gt;</c>).</summary>
    public string? Text { get; init; }

    /// <summary>The message's timestamp, its id within the channel. For changes and deletions the time of the change, not the message's id.</summary>
    public required string Ts { get; init; }

    /// <summary>The parent's timestamp, when it is part of a thread.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Slack's subtype, such as <c>message_changed</c>; null for a plain message.</summary>
    public string? Subtype { get; init; }

    /// <summary>True when Slack shows nothing for it (changes and deletions).</summary>
    public bool Hidden { get; init; }

    /// <summary>The bot (B…) that wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>The app (A…) that wrote it.</summary>
    public string? AppId { get; init; }

    /// <summary>Who last edited it and when.</summary>
    public Edited? Edited { get; init; }

    /// <summary>Files shared with it.</summary>
    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    /// <summary>For <c>message_changed</c>: the message as it is now. Unfurls and thread counters change messages too: compare texts.</summary>
    public Message? Message { get; init; }

    /// <summary>For <c>message_changed</c> and <c>message_deleted</c>: the message as it was.</summary>
    public Message? PreviousMessage { get; init; }

    /// <summary>For <c>message_deleted</c>: the id of the message that is gone.</summary>
    public string? DeletedTs { get; init; }
}

/// <summary>
/// Somebody wrote the app's name. The same post also arrives as a <see cref="MessageEvent"/> with another event id
/// and the same <see cref="Ts"/>. Slack docs: app_mention event.
/// </summary>
public sealed record AppMention : Event
{
    /// <summary>Where.</summary>
    [JsonConverter(typeof(IdConverter))]
    public required string Channel { get; init; }

    /// <summary>Who wrote it; absent for some bots.</summary>
    [JsonConverter(typeof(IdConverter))]
    public string? User { get; init; }

    /// <summary>The bot (B…) that wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>The text with the mention in it, escaped as Slack does.</summary>
    public string? Text { get; init; }

    /// <summary>The message's timestamp, its id within the channel.</summary>
    public required string Ts { get; init; }

    /// <summary>The parent's timestamp, when it is part of a thread.</summary>
    public string? ThreadTs { get; init; }
}

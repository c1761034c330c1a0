using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Requests;

/// <summary>A message as Slack tells it: in histories, events, pins and answers. Slack docs: Retrieving messages.</summary>
public sealed record Message
{
    /// <summary>Always <c>message</c> where given.</summary>
    public string Type { get; init; } = "message";

    /// <summary>Slack's subtype; null for a plain message.</summary>
    public string? Subtype { get; init; }

    /// <summary>Whether it only stands for a deleted message that has replies; its words are Slack's and nobody's.</summary>
    [JsonIgnore]
    public bool IsTombstone => Subtype == "tombstone";

    /// <summary>Who wrote it; absent for some bots.</summary>
    public string? User { get; init; }

    /// <summary>The bot (B…) that wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>The app (A…) that wrote it.</summary>
    public string? AppId { get; init; }

    /// <summary>The text, escaped as Slack does; empty when there is none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The timestamp, the message's id within its channel; empty only where Slack leaves it out (the answer of <c>chat.update</c>).</summary>
    public string Ts { get; init; } = "";

    /// <summary>The parent's timestamp when it is part of a thread; a parent names itself.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>For a reply: who wrote the parent.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>Who last edited it and when.</summary>
    public Edited? Edited { get; init; }

    /// <summary>For a parent: how many replies.</summary>
    public int ReplyCount { get; init; }

    /// <summary>For a parent: the newest reply's timestamp.</summary>
    public string? LatestReply { get; init; }

    /// <summary>The reactions, one entry per emoji.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>Ids of the channels it is pinned to.</summary>
    public IReadOnlyList<string> PinnedTo { get; init; } = [];

    /// <summary>Files shared with it.</summary>
    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    /// <summary>Its blocks as Slack has them: those of others may be of kinds we never write.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>Secondary content; what monitors post often has no other text (Slack docs: Legacy attachments).</summary>
    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];

    /// <summary>A link to it, where Slack gives one (pins).</summary>
    public string? Permalink { get; init; }

    /// <summary>What an app attached to it; only when asked for with <c>include_all_metadata</c>.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>The app behind a bot's message.</summary>
    public BotProfile? BotProfile { get; init; }

    /// <summary>The name a bot gave itself for this message.</summary>
    public string? Username { get; init; }

    /// <summary>The id and subtype: never the text, because this may be logged.</summary>
    public override string ToString() => $"message {Ts} {Subtype}";
}

/// <summary>The last edit of a message.</summary>
public sealed record Edited
{
    /// <summary>Who edited.</summary>
    public string? User { get; init; }

    /// <summary>When, as a timestamp text.</summary>
    public string Ts { get; init; } = "";
}

/// <summary>One emoji on a message.</summary>
public sealed record Reaction
{
    /// <summary>The emoji's name without colons, perhaps with a skin tone.</summary>
    public required string Name { get; init; }

    /// <summary>How many people; right even when <see cref="Users"/> is cut short.</summary>
    public int Count { get; init; }

    /// <summary>Who, though Slack may leave some out.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];
}

/// <summary>A file shared in a message. Slack docs: file object.</summary>
public sealed record SlackFile
{
    /// <summary>The file's id (F…).</summary>
    public required string Id { get; init; }

    /// <summary>Its file name.</summary>
    public string? Name { get; init; }

    /// <summary>Its media type.</summary>
    public string? Mimetype { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>A link to it.</summary>
    public string? Permalink { get; init; }

    /// <summary>Its size in bytes; 0 where Slack does not say.</summary>
    public long Size { get; init; }

    /// <summary>What it is to Slack: <c>hosted</c>, <c>snippet</c>, <c>external</c>, <c>tombstone</c> (deleted), <c>hidden_by_limit</c> and others.</summary>
    public string? Mode { get; init; }

    /// <summary>Where its bytes are, for whoever shows a token.</summary>
    public string? UrlPrivateDownload { get; init; }

    /// <summary>The id: never the name, because this may be logged.</summary>
    public override string ToString() => $"file {Id}";
}

/// <summary>The app that wrote a message.</summary>
public sealed record BotProfile
{
    /// <summary>The app's name.</summary>
    public string? Name { get; init; }

    /// <summary>The app's id (A…).</summary>
    public string? AppId { get; init; }
}

/// <summary>Data an app attaches to a message, invisible to people. Slack docs: Message metadata.</summary>
public sealed record MessageMetadata
{
    private static readonly JsonElement Empty = JsonElement.Parse("{}");

    /// <summary>What kind of data it is.</summary>
    public string EventType { get; init; } = "";

    /// <summary>The data: a JSON object.</summary>
    public JsonElement EventPayload { get; init; } = Empty;

    /// <summary>Metadata with this payload, written with our JSON options.</summary>
    public static MessageMetadata Of<T>(string eventType, T payload) =>
        new() { EventType = eventType, EventPayload = JsonSerializer.SerializeToElement(payload, Blocks.SlackJson.Options) };
}

/// <summary>An attachment's words (Slack docs: Legacy attachments).</summary>
public sealed record MessageAttachment
{
    /// <summary>The whole of it in plain text.</summary>
    public string? Fallback { get; init; }

    /// <summary>What stands above it, as mrkdwn, or null.</summary>
    public string? Pretext { get; init; }

    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Its text as mrkdwn, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Its table of names and values.</summary>
    public IReadOnlyList<AttachmentField> Fields { get; init; } = [];

    /// <summary>Its blocks, as Slack has them.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>For a message that was forwarded, or the preview of a link: the link.</summary>
    public string? FromUrl { get; init; }

    /// <summary>For the preview of a link: the link as it was written.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>For an app's preview of a link: that it is one.</summary>
    public bool IsAppUnfurl { get; init; }

    /// <summary>Whether Slack or an app put it there to show what a link leads to.</summary>
    [JsonIgnore]
    public bool IsPreview => IsAppUnfurl || FromUrl is { Length: > 0 } || OriginalUrl is { Length: > 0 };

    /// <inheritdoc/>
    public override string ToString() => "attachment";
}

/// <summary>One line of an attachment's table.</summary>
public sealed record AttachmentField
{
    /// <summary>Its name, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Its value as mrkdwn, or null.</summary>
    public string? Value { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "field";
}

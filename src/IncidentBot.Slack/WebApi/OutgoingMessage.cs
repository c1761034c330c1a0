using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>A message to post. Slack docs: chat.postMessage.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The channel's id; a person's id opens their direct message.</summary>
    public required string Channel { get; init; }

    /// <summary>The text; with blocks the fallback for notifications and screen readers, so always give it. Best under 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The blocks, when the text alone is not enough.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>The parent's timestamp, to reply in its thread.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Whether a reply also shows in the channel.</summary>
    public bool ReplyBroadcast { get; init; }

    /// <summary>Whether Slack adds previews of linked pages.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>Whether Slack adds previews of linked media.</summary>
    public bool UnfurlMedia { get; init; }

    /// <summary>Data people do not see.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>Where it goes: never the text, because this may be logged.</summary>
    public override string ToString() => $"message to {Channel} {ThreadTs}";
}

/// <summary>A message of ours in its new form. Slack docs: chat.update.</summary>
public sealed record MessageUpdate
{
    /// <summary>The message's timestamp.</summary>
    public required string Ts { get; init; }

    /// <summary>The message's channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The new text; at most 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The new blocks. Without them Slack drops the old ones.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>The new data people do not see; without it Slack keeps the old.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>Which message: never the text, because this may be logged.</summary>
    public override string ToString() => $"update of {ChannelId} {Ts}";
}

using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>chat.*</c> methods.</summary>
public interface IChatApi
{
    /// <summary>Posts a message. Not idempotent: Slack has no key for it. Slack docs: chat.postMessage.</summary>
    Task<PostMessageResponse> PostMessage(OutgoingMessage message, CancellationToken cancellationToken = default);

    /// <summary>Changes a message of ours. Slack docs: chat.update.</summary>
    Task<MessageUpdateResponse> Update(MessageUpdate messageUpdate, CancellationToken cancellationToken = default);

    /// <summary>
    /// Shows a message to one person in the channel until they reload. Metadata, unfurling and broadcasting do not exist here and
    /// are not sent. Slack docs: chat.postEphemeral.
    /// </summary>
    Task<PostEphemeralResponse> PostEphemeral(string userId, OutgoingMessage message, CancellationToken cancellationToken = default);

    /// <summary>Deletes a message of ours. Slack docs: chat.delete.</summary>
    Task Delete(string ts, string channelId, CancellationToken cancellationToken = default);

    /// <summary>A link to a message. Slack docs: chat.getPermalink; <see cref="Permalink.For"/> needs no call.</summary>
    Task<PermalinkResponse> GetPermalink(string channelId, string messageTs, CancellationToken cancellationToken = default);
}

/// <summary>A message that was posted.</summary>
public sealed record PostMessageResponse
{
    /// <summary>The channel it is in: for a person's id the direct message's.</summary>
    public required string Channel { get; init; }

    /// <summary>Its timestamp, its id within the channel.</summary>
    public required string Ts { get; init; }

    /// <summary>The message as Slack stored it.</summary>
    public Message? Message { get; init; }
}

/// <summary>A message that was changed.</summary>
public sealed record MessageUpdateResponse
{
    /// <summary>The channel it is in.</summary>
    public required string Channel { get; init; }

    /// <summary>Its timestamp, which a change keeps.</summary>
    public required string Ts { get; init; }

    /// <summary>The message as Slack stored it.</summary>
    public Message? Message { get; init; }
}

/// <summary>A message one person was shown.</summary>
public sealed record PostEphemeralResponse
{
    /// <summary>A timestamp that no other method takes.</summary>
    public required string MessageTs { get; init; }
}

/// <summary>A link to a message.</summary>
public sealed record PermalinkResponse
{
    /// <summary>The message's channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The link.</summary>
    public required string Permalink { get; init; }
}

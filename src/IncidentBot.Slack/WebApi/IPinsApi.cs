using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>pins.*</c> methods.</summary>
public interface IPinsApi
{
    /// <summary>Pins a message. Slack docs: pins.add.</summary>
    Task AddMessage(string channelId, string ts, CancellationToken cancellationToken = default);

    /// <summary>Unpins a message. Slack docs: pins.remove.</summary>
    Task RemoveMessage(string channelId, string ts, CancellationToken cancellationToken = default);

    /// <summary>What is pinned to a channel. Slack docs: pins.list.</summary>
    Task<IReadOnlyList<PinnedItem>> List(string channelId, CancellationToken cancellationToken = default);
}

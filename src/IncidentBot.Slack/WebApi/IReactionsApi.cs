using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>reactions.*</c> methods.</summary>
public interface IReactionsApi
{
    /// <summary>Adds an emoji, named without colons, to a message. Slack docs: reactions.add.</summary>
    Task AddToMessage(string name, string channelId, string ts, CancellationToken cancellationToken = default);

    /// <summary>Takes our emoji, named without colons, from a message. Slack docs: reactions.remove.</summary>
    Task RemoveFromMessage(string name, string channelId, string ts, CancellationToken cancellationToken = default);

    /// <summary>Every reaction of a message with everybody who reacted: histories name only some of many people. Slack docs: reactions.get.</summary>
    Task<IReadOnlyList<Reaction>> OfMessage(string channelId, string ts, CancellationToken cancellationToken = default);
}

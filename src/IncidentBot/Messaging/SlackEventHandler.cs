using System.Text.Json;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Messaging;

/// <summary>Acts on one type of Slack event, after it was acknowledged (SlackNet's <c>IEventHandler</c>, with the turn in hand).</summary>
internal interface IEventHandler
{
    Type EventType { get; }

    /// <summary>What the manifest subscribes to for it; Slack's name of the event unless said otherwise.</summary>
    IReadOnlyList<string> Subscriptions { get; }

    /// <summary>Whether this one is to be kept and acted on; what nobody wants is acknowledged and not stored.</summary>
    bool Wants(Event slackEvent);

    Task HandleAsync(Event slackEvent, Turn turn, CancellationToken ct);
}

/// <summary>The typed face of <see cref="IEventHandler"/>.</summary>
internal abstract class SlackEventHandler<TEvent> : IEventHandler
    where TEvent : Event
{
    public Type EventType => typeof(TEvent);

    public virtual IReadOnlyList<string> Subscriptions => [JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(TEvent).Name)];

    public bool Wants(Event slackEvent) => Wants((TEvent)slackEvent);

    public Task HandleAsync(Event slackEvent, Turn turn, CancellationToken ct) => HandleAsync((TEvent)slackEvent, turn, ct);

    protected virtual bool Wants(TEvent slackEvent) => true;

    protected abstract Task HandleAsync(TEvent slackEvent, Turn turn, CancellationToken ct);
}

using IncidentBot.Slack.Requests;

namespace IncidentBot.Messaging;

/// <summary>Acts on one type of Slack event, after it was acknowledged (SlackNet's <c>IEventHandler</c>, with the turn in hand).</summary>
internal interface IEventHandler
{
    Type EventType { get; }

    Task HandleAsync(Event slackEvent, Turn turn, CancellationToken ct);
}

/// <summary>The typed face of <see cref="IEventHandler"/>.</summary>
internal abstract class SlackEventHandler<TEvent> : IEventHandler
    where TEvent : Event
{
    public Type EventType => typeof(TEvent);

    public Task HandleAsync(Event slackEvent, Turn turn, CancellationToken ct) => HandleAsync((TEvent)slackEvent, turn, ct);

    protected abstract Task HandleAsync(TEvent slackEvent, Turn turn, CancellationToken ct);
}

using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What everybody should see without a new post in the channel is said under the card.</summary>
internal static class CardThread
{
    public static void Tell(Incident incident, Func<MessageContent> content, Turn turn)
    {
        if (incident is { Channel: { } channel, Card: { } card })
            turn.Owe(Unwritten.ForAll(() => new PostMessage(channel.Value, card.Ts, content())));
    }
}

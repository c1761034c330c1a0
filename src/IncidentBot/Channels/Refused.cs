using IncidentBot.Delivery;
using IncidentBot.Messaging;

namespace IncidentBot.Channels;

/// <summary>
/// A channel refused what we had to say: the event that told of it may have been missed. As it may also have changed since,
/// nothing is learned from the refusal but the reason to ask Slack what is true.
/// </summary>
internal sealed class Refused : IFactHandler<ChannelRefusesUs>
{
    public async Task HearAsync(ChannelRefusesUs fact, Turn turn, CancellationToken ct)
    {
        if (await turn.InChannelAsync(fact.Channel, ct) is not { } incident)
        {
            turn.Ignore("no incident's channel");
            return;
        }
        turn.Fail(fact.Error);
        if (incident.Standing.IsOpen)
            ChannelNews.LookAgain(incident, turn);
    }
}

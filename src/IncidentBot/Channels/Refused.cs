using IncidentBot.Delivery;
using IncidentBot.Messaging;

namespace IncidentBot.Channels;

/// <summary>A channel refused what we had to say: that is news of it, when the event was missed.</summary>
internal sealed class Refused : IFactHandler<ChannelRefusesUs>
{
    public async Task HearAsync(ChannelRefusesUs fact, Turn turn, CancellationToken ct)
    {
        if (await turn.InChannelAsync(fact.Channel, ct) is not { } incident)
            turn.Ignore("no incident's channel");
        else if (fact.Error == "is_archived")
            ChannelNews.Archived(incident, null, turn);
        else if (fact.Error == "not_in_channel")
            ChannelNews.BotRemoved(incident, null, turn);
        else
            turn.Noted($"failed: {fact.Error}");
    }
}

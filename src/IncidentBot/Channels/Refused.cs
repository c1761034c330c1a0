using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;

namespace IncidentBot.Channels;

/// <summary>A channel refused what we had to say: that is news of it, when the event was missed.</summary>
internal sealed class Refused : IFactHandler<ChannelRefusesUs>
{
    public async Task HearAsync(ChannelRefusesUs fact, Turn turn, CancellationToken ct)
    {
        if (await turn.InChannelAsync(fact.Channel, ct) is not { } incident)
            turn.Ignore("no incident's channel");
        else
            Learn(incident, fact.Error, turn);
    }

    /// <summary>It is taken at its word at once, and as it may have changed since, Slack is asked what is true.</summary>
    private static void Learn(Incident incident, string error, Turn turn)
    {
        switch (error)
        {
            case "is_archived":
                ChannelNews.Archived(incident, null, turn.Now, turn);
                break;
            case "not_in_channel":
                ChannelNews.BotRemoved(incident, null, turn.Now, turn);
                break;
            default:
                turn.Noted($"failed: {error}");
                break;
        }
        ChannelNews.LookAgain(incident, turn);
    }
}

using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;

namespace IncidentBot.Channels;

/// <summary>Acts on a word on an incident's channel, whether Slack told of it or it was found by looking.</summary>
internal static class ChannelNews
{
    /// <summary>Keeps what is news; where an older word contradicts a later one, Slack is asked.</summary>
    /// <returns>The incident afterwards.</returns>
    public static Incident Hear(Incident incident, ChannelWord word, Turn turn)
    {
        switch (word)
        {
            case ChannelWord.News news:
                turn.Accept(news.Decision);
                turn.Noted();
                return news.Decision.After;
            case ChannelWord.Known known:
                turn.Keep(known.After);
                turn.Ignore("known already");
                return known.After;
            case ChannelWord.Overtaken { IsContradicted: var isContradicted }:
                turn.Ignore("something later is known");
                if (isContradicted)
                    LookAgain(incident, turn);
                break;
        }
        return incident;
    }

    /// <summary>Asks Slack what is true.</summary>
    public static void LookAgain(Incident incident, Turn turn)
    {
        if (incident.Channel is { } channel)
            turn.Owe(Look(incident.Id.Number, channel));
    }

    /// <summary>A look at the channel that nothing but a doubt asks for.</summary>
    public static CompareChannel Look(int number, ChannelId channel) => new(new Comparing(number, channel.Value, null, null, IsThorough: false, null));
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>The channel's topic: plain text, at most 250 characters (Slack docs: conversations.setTopic). The title comes last, being what may be cut. Angle brackets become others, so that nothing in it can ring or link.</summary>
internal static class IncidentTopic
{
    private const int Longest = 250;

    public static string Of(Incident incident, string? commander)
    {
        var who = commander is null ? "no commander" : $"commander {Mrkdwn.Truncate(commander, 60)}";
        return Mrkdwn.Truncate($"{(incident.IsOver ? "✅" : Sign(incident.Severity))} {Name(incident.Severity)} · {Name(incident.Status)} · {who} · {incident.Title}".Replace('<', '‹').Replace('>', '›'), Longest);
    }
}

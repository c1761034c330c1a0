using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>Events as captures.</summary>
internal static class Seen
{
    /// <summary>The incident in whose channel the message stands; null, with the reason noted, where there is none or it is the card.</summary>
    public static async Task<Incident?> IncidentOfAsync(string ts, Turn turn, CancellationToken ct)
    {
        var incident = await turn.FindIncidentAsync(null, ct);
        if (incident is null)
            turn.Ignore("no incident's channel");
        else if (incident.Card?.Ts == ts)
            turn.Ignore("the card");
        else
            return incident;
        return null;
    }

    public static Capture Emoji(string channel, string ts, string reaction, Event slackEvent, Turn turn) =>
        new(channel, ts, CaptureRow.Emoji(reaction), turn.By.Value, turn.By, At(slackEvent, turn));

    /// <summary>Acts on a pin that a person put on a message of an incident's channel, or took off it.</summary>
    public static async Task PinAsync(string channel, PinnedItem pinned, Event slackEvent, Func<Incident, Capture, Task> act, Turn turn, CancellationToken ct)
    {
        if (pinned is not { Type: "message", Message.Ts: { Length: > 0 } ts })
            turn.Ignore("not a message");
        else if (await IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => act(incident, new(channel, ts, CaptureRow.Pin, "", turn.By, At(slackEvent, turn))), ct);
    }

    /// <summary>When it happened by Slack's clock, which alone puts events in order; by ours where Slack does not say.</summary>
    public static DateTimeOffset At(Event slackEvent, Turn turn) =>
        SlackTs.IsValid(slackEvent.EventTs) ? SlackTs.ToTime(slackEvent.EventTs!) : turn.Now;
}

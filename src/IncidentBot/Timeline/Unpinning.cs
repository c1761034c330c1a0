using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Timeline;

/// <summary>A pin that is taken off, by whomever, takes the message off the timeline again, unless somebody else holds it there.</summary>
internal sealed class Unpinning : SlackEventHandler<PinRemoved>
{
    protected override async Task HandleAsync(PinRemoved slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Message.Ts: { Length: > 0 } ts })
            turn.Ignore("not a message");
        else if (await Seen.IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => Captures.TakeBackAsync(incident, Seen.Pin(slackEvent.ChannelId, ts, slackEvent, turn), turn, ct), ct);
    }
}

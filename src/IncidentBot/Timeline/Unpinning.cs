using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Timeline;

/// <summary>A pin that is taken off, by whomever, takes the message off the timeline again, unless somebody else holds it there.</summary>
internal sealed class Unpinning : SlackEventHandler<PinRemoved>
{
    protected override Task HandleAsync(PinRemoved slackEvent, Turn turn, CancellationToken ct) =>
        Seen.PinAsync(slackEvent.ChannelId, slackEvent.Item, slackEvent, async (incident, capture) =>
        {
            var holder = await MergedMarks.HeldByAsync(incident, capture, turn, ct);
            if (await turn.MayAsync(["note"], holder, "", ct))
                await Captures.TakeBackAsync(holder, capture, turn, ct);
        }, turn, ct);
}

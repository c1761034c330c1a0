using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Timeline;

/// <summary>A pin puts the message on the timeline as a note.</summary>
internal sealed class Pinning : SlackEventHandler<PinAdded>
{
    protected override async Task HandleAsync(PinAdded slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Item is not { Type: "message", Message.Ts: { Length: > 0 } ts })
            turn.Ignore("not a message");
        else if (await Seen.IncidentOfAsync(ts, turn, ct) is { } incident)
            await turn.IfByAPersonAsync(() => Captures.SetAsync(incident, Seen.Pin(slackEvent.ChannelId, ts, slackEvent, turn), EntryKind.Note, turn, ct), ct);
    }
}

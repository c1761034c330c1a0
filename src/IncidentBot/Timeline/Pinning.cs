using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Timeline;

/// <summary>A pin puts the message on the timeline as a note.</summary>
internal sealed class Pinning : SlackEventHandler<PinAdded>
{
    protected override Task HandleAsync(PinAdded slackEvent, Turn turn, CancellationToken ct) =>
        Seen.PinAsync(slackEvent.ChannelId, slackEvent.Item, slackEvent, (incident, capture) => MergedMarks.SetAsync(incident, capture, EntryKind.Note, turn, ct), turn, ct);
}

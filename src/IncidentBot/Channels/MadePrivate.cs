using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Timeline;

namespace IncidentBot.Channels;

/// <summary>A public channel was made private; Slack says so only by the line it writes there (Slack docs: channel_convert_to_private).</summary>
internal sealed class MadePrivate : SlackEventHandler<MessageEvent>
{
    public override IReadOnlyList<string> Subscriptions => ["message.groups"];

    protected override bool Wants(MessageEvent slackEvent) => slackEvent.Subtype == "channel_convert_to_private";

    protected override async Task HandleAsync(MessageEvent slackEvent, Turn turn, CancellationToken ct)
    {
        if (await turn.InChannelAsync(slackEvent.Channel, ct) is { } incident)
            ChannelNews.Hear(incident, IncidentChannel.MadePrivate(incident, string.IsNullOrEmpty(slackEvent.User) ? UserId.Unsaid : turn.By, Seen.At(slackEvent, turn)), turn);
        else
            turn.Ignore("no incident's channel");
    }
}

using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Timeline;

namespace IncidentBot.Channels;

/// <summary>A channel got another id (Slack docs: channel_id_changed): what is stored under the old one follows, in whichever incident it is evidence, and what is still owed there.</summary>
internal sealed class IdChanged(ILogger<IdChanged> log) : SlackEventHandler<ChannelIdChanged>
{
    protected override async Task HandleAsync(ChannelIdChanged slackEvent, Turn turn, CancellationToken ct)
    {
        var (from, to) = (slackEvent.OldChannelId, slackEvent.NewChannelId);
        var db = await turn.StoreAsync(ct);
        await db.Incidents.MoveAnnouncementsAsync(turn.Team, from, to, ct);
        if (turn.Options.AnnouncementChannel == from)
            log.LogCritical("The announcement channel {Old} is {New} now; set that, or new incidents are not announced", from, to);
        await db.Timeline.MoveSourcesAsync(turn.Team, from, to, ct);
        await db.Tasks.MoveSourcesAsync(turn.Team, from, to, ct);
        await db.Captures.MoveAsync(turn.Team, from, to, ct);
        await db.Outbox.ReaddressAsync(turn.Team, from, to, ct);
        // Whatever is being read under the old id right now will find nobody who waits for it.
        foreach (var (number, ts) in await db.AwaitedInAsync(turn.Team, to, ct))
            turn.Owe(new ReadMessage(number, to, ts));
        if (await turn.InChannelAsync(from, ct) is not { } incident)
        {
            turn.Ignore("no incident's channel; evidence from it follows");
            return;
        }
        turn.Keep(IncidentChannel.Moved(incident, new ChannelId(to)));
        turn.Noted("the channel's id changed");
    }
}

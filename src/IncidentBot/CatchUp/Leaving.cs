using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;

namespace IncidentBot.CatchUp;

/// <summary>Whoever leaves an incident's channel has seen it until then; when they look again, they hear of what came after.</summary>
internal sealed class Leaving : SlackEventHandler<MemberLeftChannel>
{
    protected override async Task HandleAsync(MemberLeftChannel slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.User == turn.Workspace.BotUserId)
            return;
        if (await turn.InChannelAsync(slackEvent.Channel, ct) is not { } incident)
        {
            turn.Ignore("no incident's channel");
            return;
        }
        var look = await (await turn.StoreAsync(ct)).Looks.OfAsync(turn.Team, slackEvent.User, incident.Id.Number, ct);
        look.LeftAt = turn.Now;
        turn.Noted("left");
    }
}

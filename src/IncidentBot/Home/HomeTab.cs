using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;

namespace IncidentBot.Home;

/// <summary>Shows a person their Home tab as things stand now, if they ever look at it.</summary>
[StoredAs("publish-home")]
internal sealed record PublishHome(string User) : Effect
{
    public override string Stream => $"home:{User}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("views.publish")];

    public override string? CoalesceKey => $"home:{User}";
}

internal sealed class OpenedHome : SlackEventHandler<AppHomeOpened>
{
    protected override async Task HandleAsync(AppHomeOpened slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Tab is not (null or "home"))
        {
            turn.Ignore("another tab");
            return;
        }
        if (await turn.PersonOrWaitAsync(new Domain.Incidents.UserId(slackEvent.User), PersonLookup.ZoneIsGoodFor, ct) is null)
            return;
        // What others may list is left out when it is shown; here Slack is asked who is in their groups, where it was not lately.
        await turn.JudgeAsync(Listing.Word, turn.By, null, null, null, ct);
        if (turn.WaitsFor is not null)
            return;
        var homes = (await turn.StoreAsync(ct)).Homes;
        var home = await homes.FindAsync([turn.Team, slackEvent.User], ct);
        if (home is null)
            homes.Add(home = new HomeRow { TeamId = turn.Team, UserId = slackEvent.User });
        home.OpenedAt = turn.Now;
        turn.Owe(new PublishHome(slackEvent.User));
        turn.Shown("Home");
    }
}

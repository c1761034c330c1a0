using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Channels;

/// <summary>The app was removed: Slack is asked whether that still holds, and until it does not, nothing is sent.</summary>
internal sealed class Uninstalled(SlackAccess access) : SlackEventHandler<AppUninstalled>
{
    protected override Task HandleAsync(AppUninstalled slackEvent, Turn turn, CancellationToken ct)
    {
        access.Doubt();
        turn.Noted("the app was removed");
        return Task.CompletedTask;
    }
}

/// <summary>Tokens stopped working; ours is concerned when our bot user is named, and otherwise asking does no harm.</summary>
internal sealed class Revoked(SlackAccess access) : SlackEventHandler<TokensRevoked>
{
    protected override Task HandleAsync(TokensRevoked slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Tokens.Bot.Count == 0)
        {
            turn.Ignore("people's tokens");
            return Task.CompletedTask;
        }
        access.Doubt();
        turn.Noted("tokens were revoked");
        return Task.CompletedTask;
    }
}

/// <summary>The workspace has another name. Nothing here is known by it.</summary>
internal sealed class Renamed : SlackEventHandler<TeamRename>
{
    protected override Task HandleAsync(TeamRename slackEvent, Turn turn, CancellationToken ct)
    {
        turn.Ignore("nothing is known by the workspace's name");
        return Task.CompletedTask;
    }
}

/// <summary>The workspace has another address: links made from now on begin with it. Slack forwards the old ones.</summary>
internal sealed class Readdressed : SlackEventHandler<TeamDomainChange>
{
    protected override Task HandleAsync(TeamDomainChange slackEvent, Turn turn, CancellationToken ct)
    {
        if (!Uri.TryCreate(slackEvent.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            turn.Ignore("not an address");
            return Task.CompletedTask;
        }
        turn.Workspace.Url = $"{url.GetLeftPart(UriPartial.Authority)}/";
        turn.Noted("the workspace's address changed");
        return Task.CompletedTask;
    }
}

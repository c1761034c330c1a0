using IncidentBot.Slack.Requests;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>What somebody asked for or sent before, found again in the stored request: a button has room for little.</summary>
internal static class SaidBefore
{
    /// <summary>That very request; null where it is gone, or was somebody else's: nobody uses another's words.</summary>
    /// <param name="db">The store.</param>
    /// <param name="id">The request's number.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="asker">Who wants to use it now.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<(SlackRequest Request, InboxRow Row)?> RequestAsync(BotDbContext db, long id, string team, string asker, CancellationToken ct) =>
        await db.Inbox.FindAsync([id], ct) is { } row && row.TeamId == team && WaysBack.Read(row) is { } request && request.UserId == asker ? (request, row) : null;

    public static async Task<(SlackRequest Request, InboxRow Row)?> RequestAsync(this Turn turn, long id, CancellationToken ct) =>
        await RequestAsync(await turn.StoreAsync(ct), id, turn.Team, turn.By.Value, ct);
}

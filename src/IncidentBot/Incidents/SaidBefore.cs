using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Incidents;

/// <summary>What somebody typed, found again in the request it came with: a button has room for little.</summary>
internal static class SaidBefore
{
    /// <summary>The line; null where it is gone, or was somebody else's.</summary>
    public static async Task<CommandLine?> LineAsync(long request, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        if (await db.Inbox.FindAsync([request], ct) is not { } row || row.TeamId != turn.Team || WaysBack.Read(row) is not { } asked || asked.UserId != turn.By.Value)
            return null;
        return asked switch
        {
            SlashCommand command => CommandLine.Read(command.Text),
            EventCallback { Event: AppMention mention } => Mentioned.LineOf(mention),
            _ => null,
        };
    }
}

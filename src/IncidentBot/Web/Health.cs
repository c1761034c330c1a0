using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Web;

/// <summary>For whoever watches the process: alive, and able to work.</summary>
internal sealed class Health(
    IDbContextFactory<BotDbContext> contexts, WorkspaceIdentity identity, SlackAccess access, WriteProbe probe, ILogger<Health> log, SocketMode? sockets = null)
{
    public async Task<IResult> ReadyAsync(CancellationToken ct)
    {
        if (!identity.IsKnown)
            return Results.Text("Slack has not accepted the bot token yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
        if (access.LostWhy is { } why)
            return Results.Text($"Slack does not accept the bot any more ({why}). Install the app again and set its token; nothing is lost meanwhile.", statusCode: StatusCodes.Status503ServiceUnavailable);
        if (sockets?.Trouble is { } trouble)
            return Results.Text(trouble, statusCode: StatusCodes.Status503ServiceUnavailable);
        try
        {
            if (await probe.TroubleAsync() is { } fault)
                return Results.Text($"The database takes nothing: {fault}. Slack is told to send again; once that is mended the bot goes on by itself.", statusCode: StatusCodes.Status503ServiceUnavailable);
            await using var db = await contexts.CreateDbContextAsync(ct);
            var dead = await db.CountDeadAsync(ct);
            return Results.Text(dead == 0 ? "ready" : $"ready; {dead} given up: the command \"dead\" lists them");
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            log.LogError("The database cannot be reached: {Why}", StorageFault.Why(failure));
            return Results.Text("The database cannot be reached.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

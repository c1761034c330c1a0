using IncidentBot.Configuration;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace IncidentBot.Scheduling;

/// <summary>Forgets requests and effects that are long done, a little at a time, so that the file does not grow for ever. Timelines stay. Then what was emptied or deleted since the last time leaves the disk too.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetJob(SingleWriter writer, IDbContextFactory<BotDbContext> contexts, ConnectionOptions connections, TimeProvider clock, ILogger<ForgetJob> log) : IJob
{
    public static readonly JobKey Key = new("forget");
    private const int AtOnce = 1_000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - connections.KeepRequestsFor;
        int forgotten;
        do
        {
            forgotten = await writer.WriteAsync(
                async db =>
                    await db.Inbox.Where(row => row.HandledAt < before && row.State == InboxState.Handled)
                        .OrderBy(row => row.HandledAt).Take(AtOnce).ExecuteDeleteAsync(cancellationToken)
                    + await db.Outbox.Where(row => row.DoneAt < before && row.State == OutboxState.Done)
                        .OrderBy(row => row.DoneAt).Take(AtOnce).ExecuteDeleteAsync(cancellationToken),
                cancellationToken);
            if (forgotten > 0)
                log.LogInformation("{Count} old requests and effects were forgotten", forgotten);
        }
        while (forgotten > 0);
        await writer.WriteAsync(db => db.ForgetAlsoAboutAsync(cancellationToken), cancellationToken);
        await EmptyLogAsync(cancellationToken);
    }

    private async Task EmptyLogAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await db.EmptyLogAsync(clock, ct);
        }
        catch (LogInUseException)
        {
            log.LogInformation("The database is busy; its log is emptied next time");
        }
    }
}

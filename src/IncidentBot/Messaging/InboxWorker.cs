using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// Handles what came in, oldest first, many turns to a commit. When one of them fails, the commit is given up and the
/// same turns run again one by one, so that only the failing one is put back.
/// </summary>
internal sealed class InboxWorker(
    SingleWriter writer,
    TurnRunner turns,
    Nudges nudges,
    IDueClock due,
    WorkspaceIdentity identity,
    TimeProvider clock,
    ILogger<InboxWorker> log) : BackgroundService
{
    private const int TurnsPerCommit = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identity.KnownAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await HandleSomeAsync(stoppingToken) == 0)
                    await nudges.Inbox.WaitAsync(LookAgain, stoppingToken);
            }
            catch (Exception failure) when (StorageFault.Is(failure))
            {
                log.LogError(failure, "The database takes nothing; the inbox worker tries again in a second");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task<int> HandleSomeAsync(CancellationToken ct)
    {
        try
        {
            return await HandleBatchAsync(TurnsPerCommit, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !StorageFault.Is(failure))
        {
            log.LogWarning(failure, "A commit of several turns was given up; they run again one by one");
            return await HandleOneByOneAsync(ct);
        }
    }

    private async Task<int> HandleOneByOneAsync(CancellationToken ct)
    {
        for (var handled = 0; handled < TurnsPerCommit; handled++)
        {
            try
            {
                if (await HandleBatchAsync(1, ct) == 0)
                    return handled;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested && !StorageFault.Is(failure))
            {
                await writer.WriteAsync(db => turns.PutBackAsync(db, failure, ct), ct);
            }
        }
        return TurnsPerCommit;
    }

    private async Task<int> HandleBatchAsync(int most, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (count, batch) = await writer.WriteAsync(
            async db =>
            {
                var rows = await db.Inbox.PendingAsync(now, most, ct);
                if (rows.Count == 0)
                    return (0, null);
                var batch = await turns.RunAsync(db, rows, now, ct);
                await db.SaveChangesAsync(ct);
                return (rows.Count, (TurnBatch?)batch);
            },
            ct);
        if (batch is { OwesSomething: true })
            nudges.Outbox.Tap();
        foreach (var moment in batch?.DueMoments ?? [])
            await due.WakeAtAsync(moment, ct);
        return count;
    }
}

internal static class InboxQueries
{
    /// <summary>What is to be handled now, oldest first.</summary>
    public static Task<List<InboxRow>> PendingAsync(this DbSet<InboxRow> inbox, DateTimeOffset now, int most, CancellationToken ct) =>
        inbox.Where(row => row.State == InboxState.Pending && (row.NextTryAt == null || row.NextTryAt <= now))
            .OrderBy(row => row.Id).Take(most).ToListAsync(ct);
}

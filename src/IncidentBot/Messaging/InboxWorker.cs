using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>
/// Handles what came in, oldest first, many turns to a commit. When one of them fails, the commit is given up and the
/// same turns run again one by one, so that only the failing one is put back.
/// </summary>
internal sealed class InboxWorker(
    SingleWriter writer,
    TurnRunner turns,
    Nudges nudges,
    IDueClock clockOfReminders,
    WorkspaceIdentity identity,
    TimeProvider clock,
    ILogger<InboxWorker> log) : BackgroundService
{
    private const int TurnsPerCommit = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

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
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(StorageFault.Trace(failure), "The inbox could not be worked on ({Why}); trying again in a second", StorageFault.Why(failure));
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    private async Task<int> HandleSomeAsync(CancellationToken ct)
    {
        List<long> pending = [];
        try
        {
            return await InOneCommitAsync(
                async db =>
                {
                    var rows = await db.Inbox.PendingAsync(clock.GetUtcNow(), TurnsPerCommit, ct);
                    pending = [.. rows.Select(row => row.Id)];
                    return rows;
                },
                ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !StorageFault.Is(failure) && pending.Count > 0)
        {
            log.LogWarning(failure, "A commit of {Count} turns was given up; they run again one by one", pending.Count);
            foreach (var id in pending)
                await HandleOneAsync(id, ct);
            return pending.Count;
        }
    }

    private async Task HandleOneAsync(long id, CancellationToken ct)
    {
        try
        {
            await InOneCommitAsync(db => db.Inbox.NumberedAsync(id, ct), ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && !StorageFault.Is(failure))
        {
            await writer.WriteAsync(db => turns.PutBackAsync(db, id, failure, ct), ct);
        }
    }

    private async Task<int> InOneCommitAsync(Func<BotDbContext, Task<List<InboxRow>>> rowsOf, CancellationToken ct)
    {
        var (count, batch) = await writer.WriteAsync(
            async db =>
            {
                var rows = await rowsOf(db);
                if (rows.Count == 0)
                    return (0, null);
                var batch = await turns.RunAsync(db, rows, clock.GetUtcNow(), ct);
                return (rows.Count, (TurnBatch?)batch);
            },
            ct);
        if (batch is { OwesSomething: true })
            nudges.TapOutbox();
        foreach (var moment in batch?.DueMoments ?? [])
            await clockOfReminders.WakeAtAsync(moment, ct);
        return count;
    }
}

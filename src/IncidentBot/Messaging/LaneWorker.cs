using System.Collections.Concurrent;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>One lane: of every stream the first effect that is owed, when it has its turn, so many streams at once.</summary>
internal sealed class LaneWorker(
    OutboxLane lane,
    int streamsAtOnce,
    IDbContextFactory<BotDbContext> contexts,
    OutboxAttempts attempts,
    SlackAccess access,
    Nudges nudges,
    TimeProvider clock,
    ILogger log) : IDisposable
{
    private const int EffectsAtOnce = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, bool> running = new();
    private readonly SemaphoreSlim places = new(streamsAtOnce, streamsAtOnce);
    private readonly Nudge nudge = nudges.Lanes[lane];

    public void Dispose() => places.Dispose();

    /// <summary>Returns when nothing is under way any more; nothing may be begun meanwhile.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        for (var place = 0; place < streamsAtOnce; place++)
            await places.WaitAsync(ct);
        places.Release(streamsAtOnce);
    }

    /// <summary>Carries out what has its turn until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await access.OpenAsync(ct);
                // As of before the look: what a stream had first may be done by the time it is read.
                var busy = running.Keys.ToHashSet();
                foreach (var first in (await DueAsync(busy.Count, ct)).Where(first => !busy.Contains(first.Stream)))
                {
                    await places.WaitAsync(ct);
                    running.TryAdd(first.Stream, true);
                    _ = Task.Run(() => CarryOutAsync(first, ct), CancellationToken.None);
                }
                await nudge.WaitAsync(await UntilNextAsync(ct), ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogError(StorageFault.Trace(failure), "What is owed could not be read ({Why}); trying again in a second", StorageFault.Why(failure));
                await Task.Delay(AfterTrouble, clock, ct);
            }
        }
    }

    private async Task<List<OutboxRow>> DueAsync(int underWay, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.DueAsync(lane, clock.GetUtcNow(), EffectsAtOnce + underWay, ct);
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.NextTurnAsync(lane, now, ct) is { } due && due - now < LookAgain ? due - now : LookAgain;
    }

    private async Task CarryOutAsync(OutboxRow effect, CancellationToken ct)
    {
        try
        {
            if (access.IsOpen)
                await attempts.TryAsync(effect, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(StorageFault.Trace(failure), "An outcome could not be written down ({Why}); it is in doubt and will be looked at again", StorageFault.Why(failure));
            await Task.Delay(AfterTrouble, clock, ct);
        }
        finally
        {
            running.TryRemove(effect.Stream, out _);
            places.Release();
            nudge.Tap();
        }
    }
}

using System.Collections.Concurrent;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// Carries out what we owe. Effects of one stream go out one after the other; streams side by side. Each try is noted
/// before it is begun, so that after a crash we know what is in doubt and look before we do it again.
/// </summary>
internal sealed class OutboxDispatcher(
    IDbContextFactory<BotDbContext> contexts,
    OutboxAttempts attempts,
    Nudges nudges,
    WorkspaceIdentity identity,
    TimeProvider clock,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int StreamsAtOnce = 16;
    private const int EffectsAtOnce = 200;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, bool> running = new();
    private readonly SemaphoreSlim places = new(StreamsAtOnce, StreamsAtOnce);

    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    /// <summary>What is under way ends before the store is closed under it. A host may stop twice.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        for (var place = 0; place < StreamsAtOnce; place++)
            await places.WaitAsync(cancellationToken);
        places.Release(StreamsAtOnce);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await identity.KnownAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // As of before the look: what a stream had first may be done by the time it is read.
                var busy = running.Keys.ToHashSet();
                foreach (var first in (await DueAsync(stoppingToken)).Where(first => !busy.Contains(first.Stream)))
                {
                    await places.WaitAsync(stoppingToken);
                    running.TryAdd(first.Stream, true);
                    _ = Task.Run(() => CarryOutAsync(first, stoppingToken), CancellationToken.None);
                }
                await nudges.Outbox.WaitAsync(await UntilNextAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "What is owed could not be read; trying again in a second");
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    private async Task<List<OutboxRow>> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.DueAsync(clock.GetUtcNow(), EffectsAtOnce, ct);
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.NextTryAsync(now, ct) is { } due && due - now < LookAgain ? due - now : LookAgain;
    }

    private async Task CarryOutAsync(OutboxRow effect, CancellationToken ct)
    {
        try
        {
            await attempts.TryAsync(effect, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "An outcome could not be written down; it is in doubt and will be looked at again");
            await Task.Delay(AfterTrouble, clock, ct);
        }
        finally
        {
            running.TryRemove(effect.Stream, out _);
            places.Release();
            nudges.Outbox.Tap();
        }
    }
}

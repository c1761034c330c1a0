using System.Globalization;
using System.Text;
using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Scheduling;

/// <summary>
/// Keeps in mind when Slack could last reach us, and lets comparisons of channels begin: at once where something may have
/// been missed, else by the clock; a few at a time, so that many open incidents do not ask all at once. Everything is
/// remembered in the store, so that a crash forgets nothing.
/// </summary>
internal sealed class Comparisons(
    SingleWriter writer, Hearing hearing, WorkspaceIdentity identity, Nudges nudges, CurrentOptions options, TimeProvider clock, ILogger<Comparisons> log, IEar? ear = null) : IDisposable
{
    /// <summary>It is looked every minute; whoever did not for so long slept or was not there.</summary>
    private static readonly TimeSpan Absent = TimeSpan.FromMinutes(3);
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>How often it is looked; what came in within that time of the last look came in while we were there.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private bool isNew = true;

    public void Dispose() => gate.Dispose();

    /// <summary>One after the other: at start the clock and the return ask at once, and it is one return.</summary>
    public async Task BeginSomeAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await BeginThoseDueAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task BeginThoseDueAsync(CancellationToken ct)
    {
        if (!identity.IsKnown || ear is { IsOpen: false })
            return;
        var wasCut = hearing.TakeReturn();
        var returned = wasCut || isNew;
        var now = clock.GetUtcNow();
        try
        {
            if (await writer.WriteAsync(db => BeginSomeAsync(db, identity.TeamId, returned, wasCut, now, ct), ct) > 0)
                nudges.Inbox.Tap();
            isNew = false;
        }
        catch (Exception failure) when (StorageFault.Is(failure))
        {
            if (returned)
                isNew = true;
            log.LogError("Channels could not be compared ({Why}); it is tried again in a minute", StorageFault.Why(failure));
        }
    }

    private async Task<int> BeginSomeAsync(BotDbContext db, string team, bool returned, bool wasCut, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Workspaces.FindAsync([team], ct) is not { } workspace)
            return 0;
        if (workspace.HeardAt is { } heard && (returned || now - heard > Absent))
            await db.Incidents.MarkMissedAsync(team, wasCut ? heard : await LastHeardAsync(db, heard, ct), now, ct);
        workspace.HeardAt = now;
        await db.SaveChangesAsync(ct);
        var (every, most) = (options.Value.Reconciliation.Every, options.Value.Reconciliation.PerMinute);
        var due = await db.Incidents.ToCompareAsync(team, now - every, most, ct);
        if (due.Count == 0)
            return 0;
        await db.Incidents.BeginToCompareAsync(team, [.. due.Select(row => row.Number)], now, ct);
        await db.TakeInAsync([.. due.Select(row => Arrival(row, now))], ct);
        return due.Count;
    }

    /// <summary>
    /// When we were last there: at the last look, or when the last request came in before we were away. Where a socket broke that
    /// says nothing, for others brought requests meanwhile.
    /// </summary>
    private async Task<DateTimeOffset> LastHeardAsync(BotDbContext db, DateTimeOffset looked, CancellationToken ct) =>
        await db.Inbox.LastReceivedAsync(isNew ? startedAt : looked + Look, ct) is { } received && received > looked ? received : looked;

    private static InboxRow Arrival(IncidentRow row, DateTimeOffset now) => new()
    {
        TeamId = row.TeamId,
        Key = string.Create(CultureInfo.InvariantCulture, $"compare-{row.Number}-{now.UtcTicks}"),
        Number = row.Number,
        Source = InboxSource.Learned,
        Kind = ComparisonDue.StoredName,
        Body = Encoding.UTF8.GetBytes(StoredShapes.Write(new ComparisonDue(row.Number, row.MissedFrom, row.MissedUntil) { StoppedAt = row.StoppedAt })),
        ReceivedAt = now,
    };
}

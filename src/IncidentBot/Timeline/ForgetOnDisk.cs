using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Timeline;

/// <summary>
/// Makes what was redacted go from the disk too: copies of files that no entry has any more, and SQLite's log, which has the old
/// pages until it is begun anew.
/// </summary>
[StoredAs("forget-on-disk")]
internal sealed record ForgetOnDisk(IReadOnlyList<string>? Hashes) : Effect
{
    public override string Stream => "forget-on-disk";
}

internal sealed class ForgetOnDiskHandler(IDbContextFactory<BotDbContext> contexts, FileStore store, TimeProvider clock) : IEffectHandler<ForgetOnDisk>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ForgetOnDisk effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var hash in effect.Hashes ?? [])
        {
            if (!await db.FileCopies.IsKeptAsync(attempt.Team, hash, ct))
                store.Remove(hash);
        }
        await db.EmptyLogAsync(clock, ct);
        return [];
    }
}

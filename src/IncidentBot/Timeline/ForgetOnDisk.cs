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

    /// <summary>No refusal of Slack's, and nothing the person could do: whoever runs the bot sees it among what was given up.</summary>
    public override bool IsMissed => false;
}

internal sealed class ForgetOnDiskHandler(
    SingleWriter writer, IDbContextFactory<BotDbContext> contexts, FileStore store, TimeProvider clock, ILogger<ForgetOnDiskHandler> log) : IEffectHandler<ForgetOnDisk>
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ForgetOnDisk effect, Attempt attempt, CancellationToken ct)
    {
        // Nothing is begun or learned while we write, so no copy can come between the look and the removal.
        if (effect.Hashes is { Count: > 0 } hashes && !await writer.WriteAsync(db => RemoveAsync(db, hashes, attempt.Team, ct), ct))
            throw new NotYetException(LookAgain);
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            await db.EmptyLogAsync(clock, ct);
        }
        catch (LogInUseException)
        {
            log.LogInformation("The database is busy; its log is emptied within the hour");
        }
        return [];
    }

    /// <summary>Whether all of them could be looked at: a copy whose end is not known yet may be one of them, for another entry.</summary>
    private async Task<bool> RemoveAsync(BotDbContext db, IReadOnlyList<string> hashes, string team, CancellationToken ct)
    {
        var isComing = await db.IsCopyComingAsync(team, CopyFile.Streams, StoredShapes.NameOf<FileCopied>(), ct);
        var all = true;
        foreach (var hash in hashes)
        {
            if (await db.FileCopies.IsKeptAsync(team, hash, ct))
                continue;
            all &= !isComing;
            if (!isComing)
                store.Remove(hash);
        }
        return all;
    }
}

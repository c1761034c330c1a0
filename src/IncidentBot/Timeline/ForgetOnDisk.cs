using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Timeline;

/// <summary>Makes what was redacted go from the disk too: until SQLite begins its log anew, the log still has the old pages.</summary>
[StoredAs("forget-on-disk")]
internal sealed record ForgetOnDisk : Effect
{
    public override string Stream => "forget-on-disk";
}

internal sealed class ForgetOnDiskHandler(IDbContextFactory<BotDbContext> contexts) : IEffectHandler<ForgetOnDisk>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(ForgetOnDisk effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.EmptyLogAsync(ct);
        return [];
    }
}

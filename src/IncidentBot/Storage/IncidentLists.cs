using IncidentBot.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Incidents as people list them; each list along an index.</summary>
internal static class IncidentLists
{
    /// <summary>The newest live incidents that person may know of, newest first: the private ones they answer for among them.</summary>
    public static async Task<IReadOnlyList<Incident>> NewestOpenAsync(this BotDbContext db, string team, string user, int most, CancellationToken ct) =>
        [.. (await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live).KnownTo(user, db)
            .OrderByDescending(row => row.Number).Take(most).ToListAsync(ct))
            .Select(row => row.ToDomain())];

    /// <summary>The same, the worst first and then the newest: what is cut off is what matters least. Those nobody has judged yet come last.</summary>
    public static async Task<IReadOnlyList<Incident>> WorstOpenAsync(this BotDbContext db, string team, string user, int most, CancellationToken ct) =>
        [.. (await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live).KnownTo(user, db)
            .OrderBy(row => row.SeverityRank == 0).ThenBy(row => row.SeverityRank).ThenByDescending(row => row.Number).Take(most).ToListAsync(ct))
            .Select(row => row.ToDomain())];

    /// <summary>The same of those that are over. Each state is read along its index, so that a long history costs no more than a short one.</summary>
    public static async Task<IReadOnlyList<Incident>> NewestOverAsync(this BotDbContext db, string team, string user, int most, CancellationToken ct)
    {
        List<IncidentRow> over = [];
        foreach (var phase in Enum.GetValues<IncidentPhase>().Where(phase => phase != IncidentPhase.Live))
        {
            over.AddRange(await db.Incidents.AsNoTracking()
                .Where(row => row.TeamId == team && row.Phase == phase).KnownTo(user, db)
                .OrderByDescending(row => row.Number).Take(most).ToListAsync(ct));
        }
        return [.. over.OrderByDescending(row => row.Number).Take(most).Select(row => row.ToDomain())];
    }

    /// <summary>Those resolved since then that person may know of, the last first, drills left out: however old they are.</summary>
    public static async Task<IReadOnlyList<Incident>> ResolvedSinceAsync(this BotDbContext db, string team, string user, DateTimeOffset since, int most, CancellationToken ct) =>
        [.. (await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.ResolvedAt > since && !row.IsDrill).KnownTo(user, db)
            .OrderByDescending(row => row.ResolvedAt).Take(most).ToListAsync(ct))
            .Select(row => row.ToDomain())];

    /// <summary>Incidents whose review that person still owes, the most urgent first.</summary>
    public static async Task<IReadOnlyList<Incident>> ReviewsOwedByAsync(this DbSet<IncidentRow> incidents, string team, string user, int most, CancellationToken ct) =>
        [.. (await incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.ReviewOwner == user && row.ReviewLink == null && row.ReviewWaiver == null)
            .OrderBy(row => row.ReviewDueAt).Take(most).ToListAsync(ct))
            .Select(row => row.ToDomain())];

    /// <summary>Incidents whose review is overdue, the longest first: the private ones that person answers for among them.</summary>
    public static async Task<IReadOnlyList<Incident>> OverdueReviewsAsync(this BotDbContext db, string team, string user, DateTimeOffset now, int most, CancellationToken ct) =>
        [.. (await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.ReviewOwner != null && row.ReviewLink == null && row.ReviewWaiver == null && row.ReviewDueAt < now).KnownTo(user, db)
            .OrderBy(row => row.ReviewDueAt).Take(most).ToListAsync(ct))
            .Select(row => row.ToDomain())];
}

using IncidentBot.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Follows an incident through its merges.</summary>
internal static class MergedIncidents
{
    /// <summary>No incident was merged into another, and that into another, more often than this.</summary>
    public const int MostSteps = 20;

    /// <summary>The incident it goes on as, the last where one was merged into the other; null where it was merged into none.</summary>
    public static async Task<Incident?> GoesOnAsAsync(this BotDbContext db, Incident incident, CancellationToken ct)
    {
        var last = incident;
        for (var step = 0; step < MostSteps && last.MergedInto is { } into && await db.Incidents.FindAsync([into.Team.Value, into.Number], ct) is { } next; step++)
            last = next.ToDomain();
        return last.Id == incident.Id ? null : last;
    }

    /// <summary>The numbers of the incidents this one was merged into, and of those it shares entries or tasks with since one of them was merged into the other; some of them, where there are many.</summary>
    public static async Task<IReadOnlyCollection<int>> KinAsync(this BotDbContext db, IncidentId incident, CancellationToken ct)
    {
        var (team, number) = (incident.Team.Value, incident.Number);
        var kin = new HashSet<int>();
        for (var last = await db.Incidents.FindAsync([team, number], ct); kin.Count < MostSteps && last?.More.MergedInto is { } into && kin.Add(into);)
            last = await db.Incidents.FindAsync([team, into], ct);
        var its = db.Timeline.Where(row => row.TeamId == team && row.Number == number && row.CopiedFrom != null).Select(row => row.CopiedFrom!.Value);
        var theirs = db.Timeline.Where(row => row.TeamId == team && row.CopiedFrom == number).Select(row => row.Number);
        var tasks = db.Tasks.Where(row => row.TeamId == team && row.Number == number);
        var shared = its.Concat(theirs).Concat(tasks.Where(row => row.CameFrom != null).Select(row => row.CameFrom!.Value)).Concat(tasks.Where(row => row.GoesOnIn != null).Select(row => row.GoesOnIn!.Value));
        kin.UnionWith(await shared.Distinct().Take(MostSteps).ToListAsync(ct));
        kin.Remove(number);
        return kin;
    }
}

using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>A task, and the incident it is about.</summary>
internal sealed record TaskOf(IncidentTask Task, Incident Incident)
{
    /// <summary>What that person still has to do, what is due first, first. Who has something to do about an incident may know of it.</summary>
    public static async Task<IReadOnlyList<TaskOf>> OfAsync(BotDbContext db, string team, string owner, int most, CancellationToken ct) =>
        await WithIncidentsAsync(db, team, await db.Tasks.OpenOf(team, owner).Take(most).ToListAsync(ct), ct);

    /// <summary>One page of the same.</summary>
    public static async Task<Page<TaskOf>> PageAsync(BotDbContext db, string team, string owner, int page, int size, CancellationToken ct)
    {
        var tasks = await db.Tasks.OpenOf(team, owner).PageAsync(page, size, ct);
        return new Page<TaskOf>(await WithIncidentsAsync(db, team, tasks.Rows, ct), tasks.Number, tasks.Later, tasks.Earlier);
    }

    private static async Task<IReadOnlyList<TaskOf>> WithIncidentsAsync(BotDbContext db, string team, IReadOnlyList<TaskRow> tasks, CancellationToken ct)
    {
        int[] numbers = [.. tasks.Select(task => task.Number).Distinct()];
        var incidents = numbers.Length == 0 ? [] : await db.Incidents.AsNoTracking().Where(row => row.TeamId == team && EF.Parameter(numbers).Contains(row.Number)).ToDictionaryAsync(row => row.Number, ct);
        return [.. tasks.Select(task => new TaskOf(task.ToDomain(), incidents[task.Number].ToDomain()))];
    }
}

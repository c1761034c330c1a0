using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>A task, and the incident it is about.</summary>
internal sealed record TaskOf(IncidentTask Task, Incident Incident)
{
    /// <summary>What that person still has to do, what is due first, first. Who has something to do about an incident may know of it.</summary>
    public static async Task<IReadOnlyList<TaskOf>> OfAsync(BotDbContext db, string team, string owner, int most, CancellationToken ct)
    {
        var tasks = await db.Tasks.OpenOfAsync(team, owner, most, ct);
        int[] numbers = [.. tasks.Select(task => task.Incident.Number).Distinct()];
        var incidents = numbers.Length == 0 ? [] : await db.Incidents.AsNoTracking().Where(row => row.TeamId == team && EF.Parameter(numbers).Contains(row.Number)).ToDictionaryAsync(row => row.Number, ct);
        return [.. tasks.Select(task => new TaskOf(task, incidents[task.Incident.Number].ToDomain()))];
    }
}

using IncidentBot.Domain.Incidents;

namespace IncidentBot.Storage;

/// <summary>Follows an incident through its merges.</summary>
internal static class MergedIncidents
{
    /// <summary>No incident was merged into another, and that into another, more often than this.</summary>
    private const int MostSteps = 20;

    /// <summary>The incident it goes on as, the last where one was merged into the other; null where it was merged into none.</summary>
    public static async Task<Incident?> GoesOnAsAsync(this BotDbContext db, Incident incident, CancellationToken ct)
    {
        var last = incident;
        for (var step = 0; step < MostSteps && last.MergedInto is { } into && await db.Incidents.FindAsync([into.Team.Value, into.Number], ct) is { } next; step++)
            last = next.ToDomain();
        return last.Id == incident.Id ? null : last;
    }
}

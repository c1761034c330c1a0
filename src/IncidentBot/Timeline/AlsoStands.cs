using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Timeline;

/// <summary>On which other timelines a message stands too.</summary>
/// <param name="Known">Those the person may know of, with the entry's number there.</param>
/// <param name="Others">How many more.</param>
internal sealed record AlsoStands(IReadOnlyList<(Incident Incident, int Entry)> Known, int Others)
{
    public static readonly AlsoStands Nowhere = new([], 0);

    /// <summary>More than these are only counted.</summary>
    public const int MostNamed = 5;

    public static async Task<AlsoStands> OfAsync(TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        if (entry.Source is not { } source)
            return Nowhere;
        var db = await turn.StoreAsync(ct);
        var entries = await db.Timeline.WithWordsOfAsync(turn.Team, source.Channel.Value, source.Ts, entry.Incident.Number, ct);
        int[] numbers = [.. entries.Keys];
        var incidents = await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == turn.Team && EF.Parameter(numbers).Contains(row.Number)).OrderBy(row => row.Number).ToListAsync(ct);
        var known = incidents.Select(row => row.ToDomain()).Where(turn.MaySee).Take(MostNamed).Select(incident => (incident, entries[incident.Id.Number])).ToList();
        return new AlsoStands(known, entries.Count - known.Count);
    }
}

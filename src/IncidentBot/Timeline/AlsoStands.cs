using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Timeline;

/// <summary>Where else the words of an entry stand: in other entries here, and on other timelines that hold the same message.</summary>
/// <param name="Known">Those the person may know of, with the entry's number there.</param>
/// <param name="Others">How many more.</param>
/// <param name="Here">Other entries of the same incident in which the same words stand.</param>
internal sealed record AlsoStands(IReadOnlyList<(Incident Incident, int Entry)> Known, int Others, IReadOnlyList<int> Here)
{
    public static readonly AlsoStands Nowhere = new([], 0, []);

    /// <summary>Shorter words stand within many others by chance, so only entries that say exactly the same count.</summary>
    private const int LongEnough = 8;

    /// <summary>More than these are only counted.</summary>
    public const int MostNamed = 5;

    public static async Task<AlsoStands> OfAsync(TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var here = await db.Timeline.AlsoSayingAsync(entry.Incident, entry.Number, entry.Text, isWithin: entry.Text.Length >= LongEnough, MostNamed, ct);
        var entries = entry.Source is { } source
            ? await db.Timeline.WithWordsOfAsync(turn.Team, source.Channel.Value, source.Ts, entry.Incident.Number, ct)
            : await db.Timeline.WithCopiedWordsAsync(turn.Team, entry.CopiedFrom ?? new EntryRef(entry.Incident.Number, entry.Number), entry.Incident.Number, ct);
        if (entries.Count == 0)
            return Nowhere with { Here = here };
        int[] numbers = [.. entries.Keys];
        var incidents = await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == turn.Team && EF.Parameter(numbers).Contains(row.Number)).OrderBy(row => row.Number).ToListAsync(ct);
        var known = new List<(Incident Incident, int Entry)>();
        foreach (var incident in incidents.Select(row => row.ToDomain()))
        {
            if (known.Count < MostNamed && await turn.MaySeeAsync(incident, ct))
                known.Add((incident, entries[incident.Id.Number]));
        }
        return new AlsoStands(known, entries.Count - known.Count, here);
    }
}

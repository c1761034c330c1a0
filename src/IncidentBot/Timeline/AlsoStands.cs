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

    /// <summary>Other lines about the same task: their words go with the entry's.</summary>
    public IReadOnlyList<int> With { get; init; } = [];

    public static async Task<AlsoStands> OfAsync(TimelineEntry entry, IReadOnlyList<TimelineEntry> with, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var words = TaskLines.WordsOf(entry);
        int[] going = [.. with.Select(line => line.Number)];
        var also = await db.Timeline.AlsoSayingAsync(entry.Incident, entry.Number, words, isWithin: words.Length >= LongEnough, MostNamed + going.Length, ct);
        var here = Nowhere with { Here = [.. also.Except(going).Take(MostNamed)], With = going };
        var entries = entry.Source is { } source
            ? await db.Timeline.WithWordsOfAsync(turn.Team, source.Channel.Value, source.Ts, entry.Incident.Number, ct)
            : await db.Timeline.WithCopiedWordsAsync(turn.Team, entry.CopiedFrom ?? new EntryRef(entry.Incident.Number, entry.Number), entry.Incident.Number, ct);
        var places = entries.Select(each => (Number: each.Key, Entry: each.Value)).ToHashSet();
        foreach (var kin in await db.KinAsync(entry.Incident, ct))
        {
            foreach (var same in await db.Timeline.AlsoSayingAsync(entry.Incident with { Number = kin }, 0, words, isWithin: words.Length >= LongEnough, MostNamed, ct))
                places.Add((kin, same));
        }
        if (places.Count == 0)
            return here;
        int[] numbers = [.. places.Select(place => place.Number).Distinct()];
        var incidents = await db.Incidents.AsNoTracking()
            .Where(row => row.TeamId == turn.Team && EF.Parameter(numbers).Contains(row.Number)).OrderBy(row => row.Number).ToListAsync(ct);
        var known = new List<(Incident Incident, int Entry)>();
        foreach (var incident in incidents.Select(row => row.ToDomain()))
        {
            if (known.Count < MostNamed && await turn.MaySeeAsync(incident, ct))
                known.AddRange(places.Where(place => place.Number == incident.Id.Number).OrderBy(place => place.Entry).Select(place => (incident, place.Entry)).Take(MostNamed - known.Count));
        }
        return here with { Known = known, Others = numbers.Length - known.Select(each => each.Incident.Id).Distinct().Count() };
    }
}

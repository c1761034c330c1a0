using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Storage;

/// <summary>What somebody worked out of an incident's impact, as stored.</summary>
internal sealed record StoredImpact(string By, DateTimeOffset At)
{
    public long[]? Affected { get; init; }

    public bool? AreDistinct { get; init; }

    public string? Source { get; init; }

    public string? Window { get; init; }

    public string? Link { get; init; }

    public long[]? Daily { get; init; }

    public string? DailySource { get; init; }

    public string? DailyLink { get; init; }

    public string? TakenBackBy { get; init; }

    public static StoredImpact[]? Of(ImpactHistory impacts) => impacts.All.Count == 0 ? null : [.. impacts.All.Select(Of)];

    public static ImpactHistory Read(StoredImpact[]? stored) => stored is null ? ImpactHistory.None : new(stored.Select(each => each.Read()));

    private static StoredImpact Of(ImpactEstimate estimate) => new(estimate.By.Value, estimate.At)
    {
        Affected = Of(estimate.Affected.Count),
        AreDistinct = estimate.Affected.AreDistinct,
        Source = Of(estimate.Affected.Source),
        Window = Of(estimate.Affected.Window),
        Link = Of(estimate.Affected.Link),
        Daily = Of(estimate.Daily.Count),
        DailySource = Of(estimate.Daily.Source),
        DailyLink = Of(estimate.Daily.Link),
        TakenBackBy = estimate.TakenBackBy?.Value,
    };

    private ImpactEstimate Read() => new(
        new AffectedUsers(Read(Affected), AreDistinct) { Source = Source ?? "", Window = Window ?? "", Link = Link ?? "" },
        new DailyActiveUsers(Read(Daily)) { Source = DailySource ?? "", Link = DailyLink ?? "" },
        new UserId(By),
        At)
    {
        TakenBackBy = TakenBackBy is null ? null : new UserId(TakenBackBy),
    };

    private static long[]? Of(PeopleCount? count) => count is null ? null : [count.Least, count.Most];

    private static PeopleCount? Read(long[]? count) => count is [var least, var most] ? new PeopleCount(least, most) : null;

    private static string? Of(string words) => words.Length == 0 ? null : words;
}

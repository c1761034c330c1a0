using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Times;

/// <summary>How long something took, always with the two moments it is counted between.</summary>
/// <param name="From">The moment it is counted from.</param>
/// <param name="To">The moment it is counted to.</param>
public sealed record Measure(NamedTime From, NamedTime To)
{
    /// <summary>From the first harm to the first sign.</summary>
    public static Measure ToDetect { get; } = new(NamedTime.ImpactStart, NamedTime.Detected);

    /// <summary>From the first sign to the first who did something.</summary>
    public static Measure ToAct { get; } = new(NamedTime.Detected, NamedTime.FirstAction);

    /// <summary>From declaring to <i>I have seen it</i>; what an acknowledge target speaks of.</summary>
    public static Measure ToAcknowledge { get; } = new(NamedTime.Declared, NamedTime.Acknowledged);

    /// <summary>From declaring to less harm.</summary>
    public static Measure ToMitigate { get; } = new(NamedTime.Declared, NamedTime.Mitigated);

    /// <summary>From declaring to no harm.</summary>
    public static Measure ToResolve { get; } = new(NamedTime.Declared, NamedTime.Resolved);

    /// <summary>From the first harm to none.</summary>
    public static Measure Total { get; } = new(NamedTime.ImpactStart, NamedTime.Resolved);

    /// <summary>All that are shown.</summary>
    public static IReadOnlyList<Measure> All { get; } = [ToDetect, ToAct, ToAcknowledge, ToMitigate, ToResolve, Total];

    /// <summary>How long it took; null where one of the two moments is unknown, and less than nothing where they contradict each other: nothing is made up and nothing put right. From being declared afterwards nothing is counted.</summary>
    /// <param name="incident">The incident.</param>
    public TimeSpan? Of(Incident incident) => incident is { IsRetroactive: true } && From == NamedTime.Declared ? null : IncidentTiming.At(incident, To) - IncidentTiming.At(incident, From);
}

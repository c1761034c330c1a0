using System.Collections.Immutable;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Impacts;

/// <summary>Somebody worked out how many are hurt.</summary>
/// <param name="Estimate">What they worked out.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record ImpactEstimated(ImpactEstimate Estimate, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>What was worked out last was taken back: what was before it holds again.</summary>
/// <param name="Estimate">What was taken back.</param>
/// <param name="Holds">What holds since; null where nobody has said anything else.</param>
/// <param name="By">Who took it back.</param>
/// <param name="At">When.</param>
public sealed record ImpactTakenBack(ImpactEstimate Estimate, ImpactEstimate? Holds, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>More users would be affected than there are on a day, so one of the numbers is wrong.</summary>
/// <param name="Affected">The users it is said to hurt.</param>
/// <param name="Daily">The users there are said to be.</param>
public sealed record MoreAffectedThanThereAre(PeopleCount Affected, PeopleCount Daily) : Refusal;

/// <summary>Nobody has worked out any impact.</summary>
public sealed record NoImpactYet : Refusal;

/// <summary>That is what stands there already.</summary>
public sealed record SameImpact : Refusal;

/// <summary>What was worked out, the newest last. Of very many the oldest that were taken back go first, then the oldest; the timeline has them all.</summary>
public sealed record ImpactHistory
{
    /// <summary>How many are kept with the incident.</summary>
    public const int Most = 20;

    private readonly ImmutableArray<ImpactEstimate> estimates;

    /// <summary>Makes it.</summary>
    /// <param name="estimates">The newest last.</param>
    public ImpactHistory(IEnumerable<ImpactEstimate> estimates) => this.estimates = Kept([.. estimates]);

    /// <summary>Nobody has worked anything out.</summary>
    public static ImpactHistory None { get; } = new([]);

    /// <summary>All that are kept, the newest last, also those that were taken back.</summary>
    public IReadOnlyList<ImpactEstimate> All => estimates;

    /// <summary>What holds; null before the first.</summary>
    public ImpactEstimate? Last => estimates.LastOrDefault(estimate => estimate.TakenBackBy is null);

    /// <summary>With another, which holds from now on.</summary>
    /// <param name="estimate">The other.</param>
    public ImpactHistory With(ImpactEstimate estimate) => new(estimates.Append(estimate));

    /// <summary>With what holds taken back; what was before it holds again.</summary>
    /// <param name="by">Who takes it back.</param>
    public ImpactHistory TakenBack(UserId by) => new(estimates.Select(estimate => ReferenceEquals(estimate, Last) ? estimate with { TakenBackBy = by } : estimate));

    /// <summary>Without the words people wrote in what was worked out at that time.</summary>
    /// <param name="at">When.</param>
    public ImpactHistory WithoutWordsOf(DateTimeOffset at) => new(estimates.Select(estimate => estimate.At == at ? estimate.WithoutWords() : estimate));

    /// <summary>What holds is the newest that was not taken back, and so is never among those that go.</summary>
    private static ImmutableArray<ImpactEstimate> Kept(ImmutableArray<ImpactEstimate> all)
    {
        while (all.Length > Most)
            all = all.RemoveAt(all.FirstOrDefault(estimate => estimate.TakenBackBy is not null) is { } takenBack ? all.IndexOf(takenBack) : 0);
        return all;
    }

    /// <inheritdoc />
    public bool Equals(ImpactHistory? other) => other is not null && estimates.SequenceEqual(other.estimates);

    /// <inheritdoc />
    public override int GetHashCode() => estimates.Aggregate(0, HashCode.Combine);
}

/// <summary>From how many per cent on which severity is suggested. Only a person sets one.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="From">From how many per cent on.</param>
public sealed record ImpactThreshold(Severity Severity, decimal From);

/// <summary>Working out how many are hurt.</summary>
public static class IncidentImpact
{
    /// <summary>Takes down what somebody worked out. Allowed at any time: the numbers often come afterwards.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="affected">The users it hurts.</param>
    /// <param name="daily">The users there are.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Estimate(Incident incident, AffectedUsers affected, DailyActiveUsers daily, UserId by, DateTimeOffset now)
    {
        if (incident.Impacts.Last is { } last && (last.Affected, last.Daily) == (affected, daily))
            return Decision.Refuse(new SameImpact());
        var estimate = new ImpactEstimate(affected, daily, by, now);
        if (estimate.IsMoreThanAll)
            return Decision.Refuse(new MoreAffectedThanThereAre(affected.Count!, daily.Count!));
        return Decision.Accept(incident with { Impacts = incident.Impacts.With(estimate) }, new ImpactEstimated(estimate, by, now));
    }

    /// <summary>Takes back what was worked out last.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="now">When.</param>
    public static Decision TakeBack(Incident incident, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.Impacts.Last is not { } last)
            return Decision.Refuse(new NoImpactYet());
        var after = incident with { Impacts = incident.Impacts.TakenBack(by) };
        return Decision.Accept(after, new ImpactTakenBack(last, after.Impacts.Last, by, now));
    }

    /// <summary>The severity its impact speaks for; null where it has that or a worse one already, or no threshold is crossed. A range counts by its upper end.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="thresholds">What speaks for what.</param>
    public static Severity? Suggested(Incident incident, IReadOnlyList<ImpactThreshold> thresholds)
    {
        if (incident.IsOver || incident.Impacts.Last?.Share is not { } share)
            return null;
        var suggested = thresholds.Where(threshold => share.Most >= threshold.From).MinBy(threshold => threshold.Severity.Rank)?.Severity;
        return suggested is not null && (incident.Severity.IsUnset || suggested.Rank < incident.Severity.Rank) ? suggested : null;
    }
}

using System.Collections.Immutable;

namespace IncidentBot.Domain.Times;

/// <summary>A named moment of an incident.</summary>
/// <param name="Name">Which.</param>
/// <param name="At">When, as an instant; null where somebody said that nobody knows.</param>
/// <param name="IsGiven">Whether a person gave it; otherwise the incident came there then.</param>
public sealed record Stamp(NamedTime Name, DateTimeOffset? At, bool IsGiven);

/// <summary>What is known of an incident's moments besides what its other facts say. What a person gave goes before what was seen, and what was seen is kept.</summary>
public sealed record IncidentTimes
{
    private readonly ImmutableArray<Stamp> stamps;

    /// <summary>Makes them.</summary>
    /// <param name="stamps">At most one given and one seen of each name.</param>
    public IncidentTimes(IEnumerable<Stamp> stamps) => this.stamps = [.. stamps.OrderBy(stamp => (stamp.Name, stamp.IsGiven))];

    /// <summary>Nothing is known.</summary>
    public static IncidentTimes None { get; } = new([]);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Stamp> Stamps => stamps;

    /// <summary>What a person gave; null where nobody did.</summary>
    /// <param name="name">Which moment.</param>
    public Stamp? Given(NamedTime name) => stamps.FirstOrDefault(stamp => stamp.Name == name && stamp.IsGiven);

    /// <summary>When the incident came there; null where it did not.</summary>
    /// <param name="name">Which moment.</param>
    public Stamp? Seen(NamedTime name) => stamps.FirstOrDefault(stamp => stamp.Name == name && !stamp.IsGiven);

    /// <summary>With that moment, in place of the one of its name and origin.</summary>
    /// <param name="stamp">The moment.</param>
    public IncidentTimes With(Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return new(stamps.Where(each => (each.Name, each.IsGiven) != (stamp.Name, stamp.IsGiven)).Append(stamp));
    }

    /// <summary>Without what a person gave.</summary>
    /// <param name="names">Of which moments.</param>
    public IncidentTimes WithoutGiven(params IReadOnlyList<NamedTime> names) => new(stamps.Where(stamp => !stamp.IsGiven || !names.Contains(stamp.Name)));

    /// <summary>Without what was seen.</summary>
    /// <param name="name">Of which moment.</param>
    public IncidentTimes WithoutSeen(NamedTime name) => new(stamps.Where(stamp => stamp.IsGiven || stamp.Name != name));

    /// <summary>With what was seen, in place of all that was; what people gave stays.</summary>
    /// <param name="seen">The moments.</param>
    public IncidentTimes WithSeen(IEnumerable<Stamp> seen) => new(stamps.Where(stamp => stamp.IsGiven).Concat(seen.Where(stamp => !stamp.IsGiven)));

    /// <inheritdoc />
    public bool Equals(IncidentTimes? other) => other is not null && stamps.SequenceEqual(other.stamps);

    /// <inheritdoc />
    public override int GetHashCode() => stamps.Aggregate(0, HashCode.Combine);

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", stamps.Select(stamp => $"{stamp.Name} {stamp.At:O}{(stamp.IsGiven ? " given" : "")}"));
}

using System.Collections.Immutable;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>Those who hold a captured message on the timeline, each once, in the order they came. Equal when the same people stand in the same order.</summary>
public sealed class Capturers : IEquatable<Capturers>
{
    private readonly ImmutableArray<UserId> people;

    private Capturers(ImmutableArray<UserId> people) => this.people = people;

    /// <summary>Nobody: for notes and facts, and for what was withdrawn.</summary>
    public static Capturers Nobody { get; } = new([]);

    /// <summary>The people, each once.</summary>
    public IReadOnlyList<UserId> People => people;

    /// <summary>Whether nobody holds it.</summary>
    public bool IsNobody => people.IsEmpty;

    /// <summary>These people.</summary>
    /// <param name="people">In the order they came; somebody named twice counts once.</param>
    public static Capturers Of(params IEnumerable<UserId> people) => new([.. people.Distinct()]);

    /// <inheritdoc />
    public bool Equals(Capturers? other) => other is not null && people.SequenceEqual(other.people);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Capturers);

    /// <inheritdoc />
    public override int GetHashCode() => people.Aggregate(0, (hash, user) => HashCode.Combine(hash, user));

    /// <summary>Their ids, with a space between.</summary>
    public override string ToString() => string.Join(' ', people);
}

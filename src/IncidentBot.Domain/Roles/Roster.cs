using System.Collections.Immutable;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>People in the order they are asked. Equal when the same stand in the same order.</summary>
public sealed class Roster : IEquatable<Roster>
{
    private readonly ImmutableArray<UserId> people;

    private Roster(ImmutableArray<UserId> people) => this.people = people;

    /// <summary>Nobody.</summary>
    public static Roster Nobody { get; } = new([]);

    /// <summary>The people, the next first.</summary>
    public IReadOnlyList<UserId> People => people;

    /// <summary>These people.</summary>
    /// <param name="people">The next first; somebody named twice counts once.</param>
    public static Roster Of(params IEnumerable<UserId> people) => new([.. people.Distinct()]);

    /// <summary>The same people, beginning after the one who was asked last; unchanged where that one is not among them.</summary>
    /// <param name="last">Who was asked last, if anybody.</param>
    public Roster After(UserId? last) =>
        last is { } before && people.IndexOf(before) is >= 0 and var i ? new([.. people[(i + 1)..], .. people[..(i + 1)]]) : this;

    /// <summary>Without the first.</summary>
    public Roster Rest() => people.IsEmpty ? this : new(people[1..]);

    /// <inheritdoc />
    public bool Equals(Roster? other) => other is not null && people.SequenceEqual(other.people);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Roster);

    /// <inheritdoc />
    public override int GetHashCode() => people.Aggregate(0, (hash, user) => HashCode.Combine(hash, user));

    /// <summary>Their ids, with a space between.</summary>
    public override string ToString() => string.Join(' ', people);
}

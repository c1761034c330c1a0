using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace IncidentBot.Domain;

/// <summary>A list that never changes, and equals another where the same things stand in the same order: what a record has to be made of to be a value itself.</summary>
/// <typeparam name="T">What stands in it; a value too.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> items;

    internal ValueList(ImmutableArray<T> items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item));

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", items)}]";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes such lists.</summary>
public static class ValueList
{
    /// <summary>These things, in this order.</summary>
    /// <param name="items">The things.</param>
    /// <typeparam name="T">What they are.</typeparam>
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => new([.. items]);
}

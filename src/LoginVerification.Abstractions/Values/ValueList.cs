using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LoginVerification;

/// <summary>
/// An immutable list that compares by its items, so that a record that holds one compares by value.
/// Thread-safe.
/// </summary>
/// <typeparam name="T">An immutable type with value equality.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] items;

    internal ValueList(T[] items) => this.items = items;

    internal static ValueList<T> Empty { get; } = new([]);

    /// <summary>How many items there are.</summary>
    public int Count => items.Length;

    /// <summary>The item at a place.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public T this[int index] => items[index];

    /// <summary>A list with one more item at the end.</summary>
    /// <param name="item">The item.</param>
    public ValueList<T> Add(T item) => new([.. items, item]);

    /// <summary>The items that a test lets through; this same list when it lets all through.</summary>
    /// <typeparam name="TArgument">What the test compares with; passed along, so that the test can be static and costs nothing.</typeparam>
    /// <param name="keeps">The test; pure, for it is asked up to twice an item.</param>
    /// <param name="argument">What the test compares with.</param>
    public ValueList<T> Where<TArgument>(Func<T, TArgument, bool> keeps, TArgument argument)
    {
        ArgumentNullException.ThrowIfNull(keeps);
        var count = 0;
        foreach (var item in items)
            count += keeps(item, argument) ? 1 : 0;
        if (count == items.Length)
            return this;

        var kept = new T[count];
        var next = 0;
        foreach (var item in items)
        {
            if (keeps(item, argument))
                kept[next++] = item;
        }

        return new(kept);
    }

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Walks the items without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => ImmutableCollectionsMarshal.AsImmutableArray(items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>The items, each by its own <c>ToString</c>, in brackets.</summary>
    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>Makes <see cref="ValueList{T}"/>, also from a collection expression.</summary>
public static class ValueList
{
    /// <summary>Copies the items into a list.</summary>
    /// <typeparam name="T">An immutable type with value equality.</typeparam>
    /// <param name="items">The items, in order.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new(items.ToArray());

    /// <summary>Copies the items into a list.</summary>
    /// <typeparam name="T">An immutable type with value equality.</typeparam>
    /// <param name="items">The items, in order.</param>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => Create<T>(items.ToArray());
}

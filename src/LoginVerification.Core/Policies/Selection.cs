using System.Collections;
using System.Collections.Frozen;

namespace LoginVerification.Policies;

/// <summary>Any, only these, or any except these. Immutable and thread-safe.</summary>
/// <typeparam name="T">What is selected; it compares by value.</typeparam>
public sealed class Selection<T> : ISelection
    where T : notnull
{
    /// <summary>Up to so many items, comparing one by one is as fast as a set.</summary>
    private const int ShortList = 8;

    private readonly FrozenSet<T>? lookup;

    internal Selection(SelectionKind kind, IReadOnlyList<T> items)
    {
        Kind = kind;
        Items = items;
        lookup = items.Count > ShortList ? items.ToFrozenSet() : null;
    }

    internal static Selection<T> Any { get; } = new(SelectionKind.Any, []);

    /// <summary>How the items are meant.</summary>
    public SelectionKind Kind { get; }

    /// <summary>The items; none for <see cref="SelectionKind.Any"/>.</summary>
    public IReadOnlyList<T> Items { get; }

    IEnumerable ISelection.Items => Items;

    /// <summary>Whether an item is selected. Null, for unknown, passes all but <see cref="SelectionKind.Only"/>.</summary>
    /// <param name="item">The item, or null for unknown.</param>
    public bool Allows(T? item) => Kind switch
    {
        SelectionKind.Any => true,
        SelectionKind.Only => item is not null && Names(item),
        SelectionKind.Except => item is null || !Names(item),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private bool Names(T item) => lookup is null ? Items.Contains(item) : lookup.Contains(item);
}

/// <summary>Makes selections.</summary>
public static class Selection
{
    /// <summary>Everything.</summary>
    /// <typeparam name="T">What is selected.</typeparam>
    public static Selection<T> Any<T>() where T : notnull => Selection<T>.Any;

    /// <summary>These alone.</summary>
    /// <typeparam name="T">What is selected.</typeparam>
    /// <param name="items">At least one.</param>
    public static Selection<T> Only<T>(params IReadOnlyList<T> items) where T : notnull => Of(SelectionKind.Only, items);

    /// <summary>Everything but these.</summary>
    /// <typeparam name="T">What is selected.</typeparam>
    /// <param name="items">At least one.</param>
    public static Selection<T> Except<T>(params IReadOnlyList<T> items) where T : notnull => Of(SelectionKind.Except, items);

    private static Selection<T> Of<T>(SelectionKind kind, IReadOnlyList<T> items)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(kind, [.. items]);
    }
}

/// <summary>How the items of a selection are meant.</summary>
public enum SelectionKind
{
    /// <summary>Everything is selected.</summary>
    Any,

    /// <summary>The items alone.</summary>
    Only,

    /// <summary>Everything but the items.</summary>
    Except,
}

/// <summary>A selection, whatever it selects.</summary>
internal interface ISelection
{
    SelectionKind Kind { get; }

    IEnumerable Items { get; }
}

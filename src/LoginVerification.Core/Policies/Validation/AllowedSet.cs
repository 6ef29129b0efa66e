namespace LoginVerification.Policies;

/// <summary>What several selections allow together: some items, or all but some.</summary>
/// <typeparam name="T">What is selected.</typeparam>
/// <param name="IsOnly">Whether the items are what is allowed; if not, what is refused.</param>
/// <param name="Items">The items.</param>
internal sealed record AllowedSet<T>(bool IsOnly, IReadOnlySet<T> Items)
    where T : notnull
{
    /// <summary>Whether nothing is left. Countries and carriers cannot be exhausted by naming them; the members of an enum can.</summary>
    public bool IsEmpty => IsOnly ? Items.Count == 0 : typeof(T).IsEnum && Items.Count == Enum.GetValuesAsUnderlyingType(typeof(T)).Length;

    public static AllowedSet<T> Of(Selection<T> selection) => new(selection.Kind == SelectionKind.Only, selection.Items.ToHashSet());

    public AllowedSet<T> And(AllowedSet<T> other) => (IsOnly, other.IsOnly) switch
    {
        (true, true) => new(true, Items.Intersect(other.Items).ToHashSet()),
        (true, false) => new(true, Items.Except(other.Items).ToHashSet()),
        (false, true) => other.And(this),
        (false, false) => new(false, Items.Union(other.Items).ToHashSet()),
    };
}

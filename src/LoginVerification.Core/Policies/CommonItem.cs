namespace LoginVerification.Policies;

/// <summary>Looks for what several selections allow, without listing all of it.</summary>
internal static class CommonItem
{
    /// <summary>
    /// Whether all of the selections allow some item, and which: null for one that none of them names, or for an unknown one. Where nothing but names
    /// is allowed, only the shortest list is tried.
    /// </summary>
    public static bool TryFind<T>(IReadOnlyList<Selection<T>> selections, out T? item)
        where T : notnull
    {
        item = default;
        if (selections.Where(selection => selection.Kind is SelectionKind.Only).MinBy(selection => selection.Items.Count) is not { } shortest)
            return true;
        foreach (var candidate in shortest.Items)
        {
            if (!selections.All(selection => selection.Allows(candidate)))
                continue;
            item = candidate;
            return true;
        }

        return false;
    }
}

namespace LoginVerification;

internal static class AllowedSet
{
    public static AllowedSet<T> Of<T>(Selection<T> selection)
        where T : notnull => new(selection.Kind == SelectionKind.Only, selection.Items.ToHashSet());
}

using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>Writes trees in what Promela and Rumur share.</summary>
internal static class TreeWriter
{
    /// <summary>A tree of yes and no as one expression.</summary>
    public static string Expression(Tree<bool> tree) => tree switch
    {
        Leaf<bool> leaf => leaf.Answer ? "true" : "false",
        Branch<bool> { No: Leaf<bool> { Answer: false } } branch => And(Test(branch), Expression(branch.Yes)),
        Branch<bool> { Yes: Leaf<bool> { Answer: false } } branch => And(TestNot(branch), Expression(branch.No)),
        Branch<bool> { Yes: Leaf<bool> { Answer: true } } branch => $"({Test(branch)} || {Expression(branch.No)})",
        Branch<bool> { No: Leaf<bool> { Answer: true } } branch => $"({TestNot(branch)} || {Expression(branch.Yes)})",
        Branch<bool> branch => $"(({And(Test(branch), Expression(branch.Yes))}) || ({And(TestNot(branch), Expression(branch.No))}))",
        _ => throw new UnreachableException(),
    };

    /// <summary>All of the conditions; those that always hold go without saying.</summary>
    public static string And(params IEnumerable<string> conditions)
    {
        var told = conditions.Where(condition => condition != "true").ToList();
        return told.Count == 0 ? "true" : string.Join(" && ", told);
    }

    /// <summary>The assignments of a leaf in an order in which none reads what another one wrote. Numbers that change places need a variable between.</summary>
    public static IEnumerable<(string Variable, string Value)> Assignments(IReadOnlyList<Change> changes, IReadOnlyList<Component> parts)
    {
        foreach (var change in changes.Where(change => change.Kind is ChangeKind.CopyTwin).OrderBy(change => IsSwapped(changes, change, parts) ? 0 : 1))
        {
            var (name, twin) = (parts[change.Component].Name, Value(change, parts));
            if (!IsSwapped(changes, change, parts))
            {
                yield return (name, twin);
            }
            else if (change.Component < parts[change.Component].Twin)
            {
                yield return (Old(name), name);
                yield return (name, twin);
                yield return (twin, Old(name));
            }
        }

        foreach (var change in changes.Where(change => change.Kind is not ChangeKind.CopyTwin))
            yield return (parts[change.Component].Name, Value(change, parts));
    }

    /// <summary>What a part becomes, told by what the parts were.</summary>
    public static string Value(Change change, IReadOnlyList<Component> parts)
    {
        var part = parts[change.Component];
        return change.Kind switch
        {
            ChangeKind.CopyTwin => parts[part.Twin!.Value].Name,
            ChangeKind.Increase => $"{part.Name} + 1",
            ChangeKind.Decrease => $"{part.Name} - 1",
            _ => part.Constant(change.Value),
        };
    }

    /// <summary>The parts that need a variable between, in some leaf.</summary>
    public static IEnumerable<Component> Swapped(Tree<IReadOnlyList<Change>> tree, IReadOnlyList<Component> parts) => tree switch
    {
        Branch<IReadOnlyList<Change>> branch => Swapped(branch.Yes, parts).Union(Swapped(branch.No, parts)),
        Leaf<IReadOnlyList<Change>> leaf => leaf.Answer.Where(change => change.Component < parts[change.Component].Twin && IsSwapped(leaf.Answer, change, parts)).Select(change => parts[change.Component]),
        _ => throw new UnreachableException(),
    };

    public static string Old(string name) => $"old_{name}";

    private static bool IsSwapped(IReadOnlyList<Change> changes, Change change, IReadOnlyList<Component> parts) =>
        change.Kind is ChangeKind.CopyTwin && changes.Any(other => other.Kind is ChangeKind.CopyTwin && parts[change.Component].Twin == other.Component);

    private static string Test(Branch<bool> branch) => branch.Component.Test(branch.Value);

    private static string TestNot(Branch<bool> branch) => branch.Component.IsFlag ? branch.Component.Test(1 - branch.Value) : $"{branch.Component.Name} != {branch.Component.Constant(branch.Value)}";
}

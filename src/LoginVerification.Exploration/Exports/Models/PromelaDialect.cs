using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>
/// Writes Promela: each command is one <c>d_step</c>, so that no state in between counts, or <c>atomic</c> where SPIN's limit of jumps in a
/// <c>d_step</c> does not let it. Both make the same states and edges; a <c>d_step</c> is faster.
/// </summary>
internal sealed class PromelaDialect(Lines lines) : ModelDialect(lines)
{
    /// <summary>What is deeper goes into an inline of its own: the length of one is limited, to some tens of thousands of characters.</summary>
    private const int DeepestIndent = 4 * 5;

    /// <summary>
    /// So many questions and assignments fit into a <c>d_step</c>, with room for what stands around them: SPIN takes 2,048 jumps, and makes about
    /// two of each.
    /// </summary>
    private const int MostStatements = 800;

    private readonly HashSet<string> large = [];

    public override void Head(IReadOnlyList<string> about)
    {
        string[] head =
        [
            .. about,
            "",
            "spin -o2 -a model.pml",
            "gcc -DNOREDUCE -DSAFETY -o pan pan.c",
            "./pan -n -E -m2000000 -w22",
            "",
            "Optimizing takes gcc many minutes and saves pan a few seconds. Raise -m if pan says that the maximum search depth is too small. Then, with the explorer's states, edges and starts:",
            "  states, stored = states + 1: the one before a start is chosen",
            "  transitions = edges + starts + 1: the choice of each start, and the end of init's choosing",
        ];
        foreach (var line in head)
            Comment(line);
    }

    public override void Constants(string type, IReadOnlyList<string> names)
    {
        Lines.Write();
        foreach (var (index, name) in names.Index())
            Lines.Write($"#define {name} {index}");
    }

    public override void Variables(IReadOnlyList<Component> parts)
    {
        foreach (var part in parts)
            Lines.Write($"{(part.IsFlag ? "bool" : "byte")} {part.Name};");
        foreach (var variable in new[] { ModelNames.Screen, ModelNames.Number, ModelNames.Message })
            Lines.Write($"short {variable};");
        Lines.Write($"bool {ModelNames.Device};");
        Comment("For numbers that change places; no part of the state.");
        foreach (var part in parts.Where((part, index) => index < part.Twin))
            Lines.Write($"hidden byte {TreeWriter.Old(part.Name)};");
    }

    public override void Predicate(string name, string expression)
    {
        var broken = Broken($"#define {name} ({expression})").ToList();
        foreach (var line in broken[..^1])
            Lines.Write($"{line} \\");
        Lines.Write(broken[^1]);
    }

    public override void Procedure(string name, Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts)
    {
        var identifier = name[..^"()".Length];
        var rest = 0;
        Inline(name, effect);
        if (Statements(effect, parts) > MostStatements)
            large.Add(name);

        void Inline(string called, Tree<IReadOnlyList<Change>> tree)
        {
            var text = new List<string>();
            Effect(tree, parts, "    ", text, Elsewhere);
            Lines.Write($"inline {called} {{");
            foreach (var line in text)
                Lines.Write(line);
            Lines.Write("}");
        }

        string Elsewhere(Tree<IReadOnlyList<Change>> tree)
        {
            var called = $"{identifier}__{++rest}()";
            Inline(called, tree);
            return called;
        }
    }

    public override void SendingProcedures()
    {
        Lines.Write($"inline send_code() {{ {ModelNames.Message} = {ModelNames.OnItsWay} }}");
        Lines.Write("inline send_same_code() {");
        Lines.Write($"    if :: {ModelNames.Is(ModelNames.Message, ModelNames.Arrived)} -> skip :: else -> send_code() fi");
        Lines.Write("}");
    }

    public override void SettlingProcedure(string isAwaited)
    {
        Lines.Write("inline settle_message() {");
        Lines.Write($"    if :: {isAwaited} -> skip :: else -> {ModelNames.Message} = {ModelNames.None} fi");
        Lines.Write("}");
    }

    public override void Starts(IReadOnlyList<string> screens, IReadOnlyList<string> numbers, IReadOnlyList<Component> parts)
    {
        Lines.Write("init {");
        Lines.Write("    if");
        foreach (var number in numbers)
        {
            foreach (var screen in screens)
            {
                foreach (var device in new[] { "false", "true" })
                    Lines.Write($"    :: d_step {{ {ModelNames.Screen} = {screen}; {ModelNames.Number} = {number}; {ModelNames.Device} = {device} }}");
            }
        }

        Lines.Write("    fi;");
        Lines.Write("    do");
    }

    public override void Command(ModelCommand command)
    {
        string[] effects =
        [
            .. Sending(command),
            .. command.Procedure is { } procedure ? [procedure] : Array.Empty<string>(),
            .. command.Assignments.Select(assignment => $"{assignment.Variable} = {assignment.Value}"),
            .. command.SettlesMessage ? ["settle_message()"] : Array.Empty<string>(),
            $"printf(\"{ExportLabels.Plain(command.Label)}\\n\")",
        ];
        var sequence = command.Procedure is not null && large.Contains(command.Procedure) ? "atomic" : "d_step";
        Lines.Write($"    :: {sequence} {{ {command.Condition} -> {string.Join("; ", effects)} }}");
    }

    public override void Foot()
    {
        Lines.Write("    od");
        Lines.Write("}");
    }

    /// <summary>Questions and assignments, as many as are written.</summary>
    private static int Statements(Tree<IReadOnlyList<Change>> tree, IReadOnlyList<Component> parts) => tree switch
    {
        Branch<IReadOnlyList<Change>> branch => 1 + Statements(branch.Yes, parts) + Statements(branch.No, parts),
        Leaf<IReadOnlyList<Change>> leaf => Math.Max(1, TreeWriter.Assignments(leaf.Answer, parts).Count()),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<string> Sending(ModelCommand command) =>
        !command.SendsCode ? []
        : command.SendsSameCode is { } same ? [$"if :: {same} -> send_same_code() :: else -> send_code() fi"]
        : ["send_code()"];

    protected override void Comment(string text) => Lines.Write($"/* {text} */");

    private static void Effect(
        Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts, string indent, List<string> text, Func<Tree<IReadOnlyList<Change>>, string> elsewhere)
    {
        switch (effect)
        {
            case Branch<IReadOnlyList<Change>> when indent.Length > DeepestIndent:
                text.Add($"{indent}{elsewhere(effect)}");
                break;
            case Branch<IReadOnlyList<Change>> branch:
                text.Add($"{indent}if");
                text.Add($"{indent}:: {branch.Component.Test(branch.Value)} ->");
                Effect(branch.Yes, parts, $"{indent}    ", text, elsewhere);
                text.Add($"{indent}:: else ->");
                Effect(branch.No, parts, $"{indent}    ", text, elsewhere);
                text.Add($"{indent}fi");
                break;
            case Leaf<IReadOnlyList<Change>> leaf:
                var assignments = TreeWriter.Assignments(leaf.Answer, parts).Select(assignment => $"{assignment.Variable} = {assignment.Value}").DefaultIfEmpty("skip");
                text.Add($"{indent}{string.Join("; ", assignments)}");
                break;
        }
    }
}

using static LoginVerification.Exploration.TlaSyntax;

namespace LoginVerification.Exploration;

/// <summary>Writes a module in TLA+, of the part that the model checker TLC takes. Commands are actions, and what they leave alone is said.</summary>
internal sealed class TlaDialect(Lines lines, ExplorationScale scale) : ModelDialect(lines)
{
    private const string Enrolment = "enrolment";
    private const string SettledMessage = "settled_message";

    /// <summary>Where the user stands with what.</summary>
    private static readonly string[] Others = [ModelNames.Screen, ModelNames.Number, ModelNames.Message, ModelNames.Device];

    private readonly TlaInvariants invariants = new(scale);
    private readonly Identifiers identifiers = new();
    private readonly List<(string Name, bool IsAdverse)> actions = [];
    private IReadOnlyList<Component> parts = [];
    private IReadOnlyList<(string Name, string Values)> variables = [];

    public override void Head(IReadOnlyList<string> about)
    {
        Lines.Write("---- MODULE Policy ----");
        string[] head =
        [
            .. about,
            "",
            "TLC wants the file to be called Policy.tla, and beside it a file Policy.cfg:",
            "  SPECIFICATION Spec",
            $"  INVARIANTS {string.Join(' ', invariants.Names)}",
            "  CHECK_DEADLOCK FALSE",
            "Distinct states are the explorer's states; states generated are its edges and its starts.",
            "FairSpec => KeepsTrying says that whoever keeps trying gets there, with the help of staff. Its fairness is that of every single transition,",
            "of which there are more than TLC can take.",
        ];
        foreach (var line in head)
            Comment(line);
        Lines.Write("EXTENDS Naturals");
    }

    public override void Constants(string type, IReadOnlyList<string> names)
    {
        Lines.Write();
        foreach (var name in names)
            Lines.Write($"{name} == \"{name}\"");
        Lines.Write($"{type}_type == {{{string.Join(", ", names)}}}");
    }

    public override void Variables(IReadOnlyList<Component> parts)
    {
        this.parts = parts;
        variables =
        [
            .. parts.Select(part => (part.Name, part.IsFlag ? "BOOLEAN" : part.Values is not null ? $"{part.Name}_type" : $"0..{part.Most}")),
            .. Others.Select(variable => (variable, variable == ModelNames.Device ? "BOOLEAN" : $"{variable}_type")),
        ];
        var names = variables.Select(variable => variable.Name).ToList();
        Lines.Write($"VARIABLES {string.Join(", ", names)}");
        Lines.Write($"{Enrolment} == {Tuple(parts.Select(part => part.Name))}");
        Lines.Write($"vars == {Tuple(names)}");
    }

    public override void Predicate(string name, string expression)
    {
        Lines.Write($"{Formula(name)} ==");
        foreach (var line in Broken($"  {expression}"))
            Lines.Write(Formula(line));
    }

    public override void Procedure(string name, Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts)
    {
        Lines.Write($"{Formula(name)} ==");
        Effect(effect, "  ");
    }

    public override void SendingProcedures()
    {
        Lines.Write($"new_code == {ModelNames.OnItsWay}");
        Lines.Write($"same_code == IF {ModelNames.Message} = {ModelNames.Arrived} THEN {ModelNames.Message} ELSE {ModelNames.OnItsWay}");
    }

    /// <summary>It is asked after the enrolment changed.</summary>
    public override void SettlingProcedure(string isAwaited) =>
        Lines.Write($"{SettledMessage} == IF {Formula(isAwaited)}' THEN {ModelNames.Message} ELSE {ModelNames.None}");

    public override void Starts(IReadOnlyList<string> screens, IReadOnlyList<string> numbers, IReadOnlyList<Component> parts)
    {
        Lines.Write("Init ==");
        foreach (var part in parts)
            Lines.Write($"  /\\ {part.Name} = {Formula(part.Constant(0))}");
        Lines.Write($"  /\\ {ModelNames.Screen} \\in {{{string.Join(", ", screens)}}}");
        Lines.Write($"  /\\ {ModelNames.Number} \\in {ModelNames.Number}_type");
        Lines.Write($"  /\\ {ModelNames.Message} = {ModelNames.None}");
        Lines.Write($"  /\\ {ModelNames.Device} \\in BOOLEAN");
    }

    public override void Command(ModelCommand command)
    {
        var name = identifiers.New(command.Actor.ToString().ToLowerInvariant(), command.Label);
        actions.Add((name, command.IsAdverse));
        var assignments = command.Assignments.ToDictionary();
        if (command.SendsCode)
            assignments[ModelNames.Message] = command.SendsSameCode is { } same ? $"IF {same} THEN same_code ELSE new_code" : "new_code";
        else if (command.SettlesMessage)
            assignments[ModelNames.Message] = SettledMessage;
        string[] kept =
        [
            .. command.Procedure is null ? [Enrolment] : Array.Empty<string>(),
            .. Others.Where(variable => !assignments.ContainsKey(variable)),
        ];
        Comment(ExportLabels.Plain(command.Label));
        Lines.Write($"{name} ==");
        Lines.Write($"  /\\ {Formula(command.Condition)}");
        if (command.Procedure is { } procedure)
            Lines.Write($"  /\\ {Formula(procedure)}");
        foreach (var (variable, value) in assignments)
            Lines.Write($"  /\\ {variable}' = {Formula(value)}");
        Lines.Write($"  /\\ UNCHANGED {Tuple(kept)}");
    }

    public override void Foot()
    {
        Heading("All of them, and those that nobody may count on.");
        Write(Junction("Misfortune", "\\/", actions.Where(action => action.IsAdverse).Select(action => action.Name)));
        Write(Junction("Counted", "\\/", actions.Where(action => !action.IsAdverse).Select(action => action.Name)));
        Lines.Write("Next == Misfortune \\/ Counted");
        Lines.Write("Spec == Init /\\ [][Next]_vars");
        Heading("What holds in every state.");
        Write(invariants.Definitions(variables));
        foreach (var line in invariants.LeftOut)
            Comment(line);
        Heading("Misfortune ends some day, and what can be done in a state again and again is done there again and again: strong fairness of every transition.");
        Write(TlaFairness.Definitions(variables));
        Lines.Write("====");
    }

    protected override void Comment(string text) => Lines.Write($"\\* {text}");

    private void Write(IEnumerable<string> definitions)
    {
        foreach (var line in definitions)
            Lines.Write(line);
    }

    private void Effect(Tree<IReadOnlyList<Change>> effect, string indent)
    {
        switch (effect)
        {
            case Branch<IReadOnlyList<Change>> branch:
                Lines.Write($"{indent}IF {Formula(branch.Component.Test(branch.Value))} THEN");
                Effect(branch.Yes, $"{indent}  ");
                Lines.Write($"{indent}ELSE");
                Effect(branch.No, $"{indent}  ");
                break;
            case Leaf<IReadOnlyList<Change>> leaf:
                var changed = leaf.Answer.ToDictionary(change => parts[change.Component].Name, change => TreeWriter.Value(change, parts));
                foreach (var (variable, value) in changed)
                    Lines.Write($"{indent}/\\ {variable}' = {Formula(value)}");
                Lines.Write($"{indent}/\\ UNCHANGED {Tuple(parts.Select(part => part.Name).Where(name => !changed.ContainsKey(name)))}");
                break;
        }
    }
}

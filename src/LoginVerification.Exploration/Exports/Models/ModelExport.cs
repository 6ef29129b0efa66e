namespace LoginVerification.Exploration;

/// <summary>
/// Writes the model whose reachable states are the explorer's graph, as guarded commands. The table's columns become trees of questions
/// about parts of the enrolment; nothing in the model is a list of states.
/// </summary>
internal sealed class ModelExport(PolicyModel model, ExportTitle title)
{
    private readonly ModelNames names = new(model);

    public void Write(ModelDialect dialect, CancellationToken cancellationToken)
    {
        var trees = new ColumnTrees(model.Table, cancellationToken);
        dialect.Head(About());
        dialect.Heading("Where users are, and with which numbers.");
        dialect.Constants(ModelNames.Screen, names.Screens);
        dialect.Constants(ModelNames.Number, names.Numbers);
        dialect.Constants(ModelNames.Message, [ModelNames.None, ModelNames.OnItsWay, ModelNames.Arrived, ModelNames.Lost]);
        foreach (var part in trees.Parts.Where(part => part.Values is not null))
            dialect.Constants(part.Name, part.Values!);

        dialect.Heading("The enrolment part by part, then where the user is and with what.");
        dialect.Variables(trees.Parts);

        dialect.Heading("What screens and gates ask.");
        foreach (var (name, expression) in new ModelFacts(model, names).All())
            dialect.Predicate(name, expression);

        foreach (var column in names.Columns)
        {
            dialect.Heading($"{model.Table[column].Name}: when something happens, and what.");
            dialect.Predicate(names.Acceptances[column], TreeWriter.Expression(trees.Acceptance(column)));
            if (names.SameCodes.TryGetValue(column, out var sendsSameCode))
                dialect.Predicate(sendsSameCode, TreeWriter.Expression(trees.SameCode(column)));
            dialect.Procedure(names.Effects[column], trees.Effect(column), trees.Parts);
        }

        dialect.Heading("Whoever has a code does not need the SMS that brings it once more.");
        dialect.SendingProcedures();

        dialect.Heading("An SMS whose fate makes no difference any more is forgotten.");
        dialect.SettlingProcedure(ModelNames.MessageIsAwaited);

        dialect.Heading("Users begin at a surface's home, with nothing.");
        dialect.Starts([.. model.Screens.Homes.Select(home => names.Of(home.Id))], names.Numbers, trees.Parts);
        foreach (var (heading, commands) in new ModelCommands(model, names).All())
        {
            dialect.Heading(heading);
            foreach (var command in commands)
                dialect.Command(command);
        }

        dialect.Foot();
    }

    private IReadOnlyList<string> About() =>
    [
        .. title.Lines,
        "",
        "The decision table, and the screens, links and gates of the policy, as guarded commands over named variables.",
        "The reachable states are for the checker to find; what it finds confirms the explorer, or refutes it.",
        "A shape of an enrolment is told by its parts: what is remembered of two numbers, which is verified and which is pending, and so on.",
    ];
}

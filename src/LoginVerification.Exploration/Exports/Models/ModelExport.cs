namespace LoginVerification.Exploration;

/// <summary>
/// Writes the model whose reachable states are the explorer's graph, as guarded commands. The table's columns become trees of questions
/// about parts of the enrolment; nothing in the model is a list of states.
/// </summary>
internal sealed class ModelExport(PolicyModel product, ExplorationScale scale)
{
    private readonly ModelNames names = new(product);

    public void Write(ModelDialect model, CancellationToken cancellationToken)
    {
        var trees = new ColumnTrees(product.Table, cancellationToken);
        model.Head(About());
        model.Heading("Where users are, and with which numbers.");
        model.Constants(ModelNames.Screen, names.Screens);
        model.Constants(ModelNames.Number, names.Numbers);
        model.Constants(ModelNames.Message, [ModelNames.None, ModelNames.OnItsWay, ModelNames.Arrived, ModelNames.Lost]);
        foreach (var part in trees.Parts.Where(part => part.Values is not null))
            model.Constants(part.Name, part.Values!);

        model.Heading("The enrolment part by part, then where the user is and with what.");
        model.Variables(trees.Parts);

        model.Heading("What screens and gates ask.");
        foreach (var (name, expression) in new ModelFacts(product, names).All())
            model.Predicate(name, expression);

        foreach (var input in names.Inputs)
        {
            model.Heading($"{product.Table.Inputs[input].Name}: when something happens, and what.");
            model.Predicate(names.Acceptances[input], TreeWriter.Expression(trees.Acceptance(input)));
            model.Procedure(names.Effects[input], trees.Effect(input), trees.Parts);
        }

        model.Heading("An SMS whose fate makes no difference any more is forgotten.");
        model.SettlingProcedure(ModelNames.MessageIsAwaited);

        model.Heading("Users begin at a surface's home, with nothing.");
        model.Starts([.. product.Site.Homes.Select(home => names.Screens[home])], names.Numbers, trees.Parts);
        foreach (var (heading, commands) in new ModelCommands(product, names).All())
        {
            model.Heading(heading);
            foreach (var command in commands)
                model.Command(command);
        }

        model.Foot();
    }

    private IReadOnlyList<string> About() =>
    [
        .. ExportTitle.Lines(product.Policy.Name, scale),
        "",
        "The decision table, and the screens, links and gates of the policy, as guarded commands over named variables.",
        "The reachable states are for the checker to find; what it finds confirms the explorer, or refutes it.",
        "A shape of an enrolment is told by its parts: what is remembered of two numbers, which is verified and which is pending, and so on.",
    ];
}

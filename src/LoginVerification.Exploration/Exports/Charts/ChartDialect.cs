namespace LoginVerification.Exploration;

/// <summary>
/// Makes a statechart of a model. Predicates and procedures are written as functions in ECMAScript, whose expressions are those of the model;
/// commands become transitions.
/// </summary>
/// <param name="map">The screens, in the order of their identifiers.</param>
/// <param name="script">Where functions go.</param>
/// <param name="cancellationToken">Ends it early.</param>
internal sealed class ChartDialect(ScreenMap map, StringWriter script, CancellationToken cancellationToken) : ModelDialect(new Lines(script, cancellationToken))
{
    private readonly Identifiers identifiers = new();
    private readonly Dictionary<(string Action, int Occurrence), string> events = [];
    private readonly List<(string Name, string Value)> variables = [];
    private readonly List<ChartTransition> starts = [];
    private readonly List<(ModelCommand Command, ChartTransition Transition)> commands = [];
    private IReadOnlyList<string> about = [];
    private string? heading;
    private IReadOnlyList<string> screens = [];

    public static Chart Of(PolicyModel model, ExportTitle title, CancellationToken cancellationToken)
    {
        using var script = new StringWriter { NewLine = "\n" };
        var dialect = new ChartDialect(model.Screens, script, cancellationToken);
        new ModelExport(model, title).Write(dialect, cancellationToken);
        return dialect.Chart(title.Policy.Name);
    }

    public override void Head(IReadOnlyList<string> about) => this.about = about;

    /// <summary>A screen is a state; what else has a name is text by that name.</summary>
    public override void Constants(string type, IReadOnlyList<string> names)
    {
        if (type == ModelNames.Screen)
        {
            screens = names;
            return;
        }

        foreach (var name in names)
            Write($"var {name} = {Text(name)};");
    }

    public override void Variables(IReadOnlyList<Component> parts)
    {
        variables.AddRange(parts.Select(part => (part.Name, part.Values is null ? part.Constant(0) : Text(part.Constant(0)))));
        variables.AddRange([(ModelNames.Number, "null"), (ModelNames.Message, Text(ModelNames.None)), (ModelNames.Device, "false")]);
    }

    public override void Predicate(string name, string expression)
    {
        Write($"function {name} {{");
        foreach (var line in Broken($"  return {expression};"))
            Write(line);
        Write("}");
    }

    public override void Procedure(string name, Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts)
    {
        Write($"function {name} {{");
        foreach (var part in TreeWriter.Swapped(effect, parts))
            Write($"  var {TreeWriter.Old(part.Name)};");
        Effect(effect, parts, "  ");
        Write("}");
    }

    public override void SendingProcedures()
    {
        Write($"function send_code() {{ {ModelNames.Message} = {ModelNames.OnItsWay}; }}");
        Write($"function send_same_code() {{ if (!({ModelNames.Is(ModelNames.Message, ModelNames.Arrived)})) send_code(); }}");
    }

    public override void SettlingProcedure(string isAwaited) =>
        Write($"function settle_message() {{ if (!{isAwaited}) {ModelNames.Message} = {ModelNames.None}; }}");

    public override void Starts(IReadOnlyList<string> screens, IReadOnlyList<string> numbers, IReadOnlyList<Component> parts)
    {
        foreach (var (home, screen) in map.Homes.Zip(screens))
        {
            foreach (var number in numbers)
            {
                foreach (var device in new[] { false, true })
                {
                    var words = $"begin on {home.Surface} as {number}{Labels.Given(device)}";
                    var effect = $"{ModelNames.Number} = {number}; {ModelNames.Device} = {(device ? "true" : "false")};";
                    starts.Add(new ChartTransition(identifiers.New(EventPrefix(Actor.User), words), words, "true", effect, screen));
                }
            }
        }
    }

    public override void Command(ModelCommand command)
    {
        var occurrence = commands.Count(other => other.Command.Action == command.Action && other.Command.Screen == command.Screen);
        if (!events.TryGetValue((command.Action, occurrence), out var name))
            events[(command.Action, occurrence)] = name = identifiers.New(EventPrefix(command.Actor), command.Action);
        string[] effects =
        [
            .. !command.SendsCode ? Array.Empty<string>()
                : command.SendsSameCode is { } same ? [$"if ({same}) send_same_code(); else send_code();"]
                : ["send_code();"],
            .. command.Procedure is { } procedure ? [$"{procedure};"] : Array.Empty<string>(),
            .. command.Settings.Select(setting => $"{setting.Variable} = {setting.Value};"),
            .. command.SettlesMessage ? ["settle_message();"] : Array.Empty<string>(),
        ];
        commands.Add((command, new ChartTransition(name, command.Action, command.Guard, string.Join(' ', effects), command.Target)));
    }

    public override void Foot()
    {
    }

    /// <summary>It is written above the next line of the script: screens and commands have none.</summary>
    public override void Heading(string text) => heading = text;

    protected override void Comment(string text) => Lines.Write($"// {text}");

    private void Write(string line)
    {
        if (heading is not null)
            Comment(heading);
        heading = null;
        Lines.Write(line);
    }

    private Chart Chart(string name) => new(
        identifiers.New("policy", name),
        name,
        about,
        variables,
        script.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries),
        starts,
        [.. map.Surfaces.Select(Surface)],
        [.. commands.Where(command => command.Command is { Screen: null, Except: null }).Select(command => command.Transition)]);

    /// <summary>Another surface is opened from wherever the user is on this one.</summary>
    private ChartSurface Surface(Surface surface)
    {
        var home = IdOf(map.Homes.Single(home => home.Surface == surface));
        return new ChartSurface(
            identifiers.New("surface", surface.Name),
            surface.Name,
            home,
            [.. Openings().Where(opening => opening.Except != home).Select(opening => opening.Transition)],
            [.. map.Screens.Where(screen => screen.Surface == surface).Select(screen => Screen(screen, home))]);
    }

    /// <summary>The own surface is opened anew from where the user is not at its home.</summary>
    private ChartScreen Screen(Screen screen, string home)
    {
        var id = IdOf(screen);
        return new ChartScreen(
            id,
            screen.ToString(),
            [
                .. commands.Where(command => command.Command.Screen == id).Select(command => command.Transition),
                .. Openings().Where(opening => opening.Except == home && id != home).Select(opening => opening.Transition),
            ]);
    }

    private IEnumerable<(string Except, ChartTransition Transition)> Openings() =>
        from command in commands
        where command.Command.Except is not null
        select (command.Command.Except, command.Transition);

    private string IdOf(Screen screen) => screens[screen.Id.Index];

    private void Effect(Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts, string indent)
    {
        switch (effect)
        {
            case Branch<IReadOnlyList<Change>> branch:
                Write($"{indent}if ({branch.Component.Test(branch.Value)}) {{");
                Effect(branch.Yes, parts, $"{indent}  ");
                Write($"{indent}}} else {{");
                Effect(branch.No, parts, $"{indent}  ");
                Write($"{indent}}}");
                break;
            case Leaf<IReadOnlyList<Change>> leaf:
                foreach (var (variable, value) in TreeWriter.Assignments(leaf.Answer, parts))
                    Write($"{indent}{variable} = {value};");
                break;
        }
    }

    private static string EventPrefix(Actor actor) => actor.ToString().ToLowerInvariant();

    private static string Text(string name) => $"'{name}'";
}

namespace LoginVerification.Exploration;

/// <summary>Writes Murphi for Rumur, with NoTrap as a liveness property: what Rumur calls so is "can always still be reached".</summary>
internal sealed class MurphiDialect(Lines lines) : ModelDialect(lines)
{
    public override void Head(IReadOnlyList<string> about)
    {
        string[] head =
        [
            .. about,
            "",
            "rumur --deadlock-detection off --output model.c model.m",
            "gcc -std=c11 -O2 -mcx16 -o model model.c -lpthread      (-mcx16 on x86-64 alone)",
            "./model",
            "",
            "States and rules fired are the explorer's states and edges.",
            "",
            $"With {ModelNames.CalmAllowed} true there is a rule more, after which nothing adverse happens any more: no STOP, no number that changes hands,",
            "no SMS or device that is lost. Rumur then judges NoTrap, as the explorer does: from every state of a served class, reached",
            "by whatever happened, VerificationEnabled can still be reached by what may be hoped for. The counts are then others.",
        ];
        foreach (var line in head)
            Comment(line);
        Lines.Write();
        Lines.Write($"const {ModelNames.CalmAllowed}: false;");
    }

    public override void Constants(string type, IReadOnlyList<string> names)
    {
        Lines.Write();
        Lines.Write($"type {type}_type: enum {{");
        foreach (var (index, name) in names.Index())
            Lines.Write($"  {name}{(index < names.Count - 1 ? "," : "")}");
        Lines.Write("};");
    }

    public override void Variables(IReadOnlyList<Component> parts)
    {
        Lines.Write("var");
        foreach (var part in parts)
            Lines.Write($"  {part.Name}: {TypeOf(part)};");
        foreach (var variable in new[] { ModelNames.Screen, ModelNames.Number, ModelNames.Message })
            Lines.Write($"  {variable}: {variable}_type;");
        Lines.Write($"  {ModelNames.Device}: boolean;");
        Lines.Write($"  {ModelNames.Calm}: boolean;");
    }

    public override void Predicate(string name, string expression)
    {
        Lines.Write($"function {name}: boolean; begin");
        var broken = Broken($"  return {expression};");
        foreach (var line in broken)
            Lines.Write(line);
        Lines.Write("end;");
    }

    public override void Procedure(string name, Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts)
    {
        Lines.Write($"procedure {name};");
        foreach (var part in TreeWriter.Swapped(effect, parts))
            Lines.Write($"  var {TreeWriter.Old(part.Name)}: {TypeOf(part)};");
        Lines.Write("begin");
        Effect(effect, parts, "  ");
        Lines.Write("end;");
    }

    public override void SendingProcedures()
    {
        Lines.Write($"procedure send_code(); begin {ModelNames.Message} := {ModelNames.OnItsWay}; end;");
        Lines.Write("procedure send_same_code(); begin");
        Lines.Write($"  if !({ModelNames.Is(ModelNames.Message, ModelNames.Arrived)}) then send_code(); endif;");
        Lines.Write("end;");
    }

    public override void SettlingProcedure(string isAwaited)
    {
        Lines.Write("procedure settle_message(); begin");
        Lines.Write($"  if !{isAwaited} then {ModelNames.Message} := {ModelNames.None}; endif;");
        Lines.Write("end;");
    }

    public override void Starts(IReadOnlyList<string> screens, IReadOnlyList<string> numbers, IReadOnlyList<Component> parts)
    {
        foreach (var screen in screens)
        {
            Lines.Write($"ruleset its_number: {ModelNames.Number}_type; has_device: boolean do");
            Lines.Write($"  startstate \"{screen}\" begin");
            foreach (var part in parts)
                Lines.Write($"    {part.Name} := {part.Constant(0)};");
            Lines.Write($"    {ModelNames.Screen} := {screen};");
            Lines.Write($"    {ModelNames.Number} := its_number;");
            Lines.Write($"    {ModelNames.Message} := {ModelNames.None};");
            Lines.Write($"    {ModelNames.Device} := has_device;");
            Lines.Write($"    {ModelNames.Calm} := false;");
            Lines.Write("  end;");
            Lines.Write("end;");
        }
    }

    public override void Command(ModelCommand command)
    {
        Lines.Write($"rule \"{ExportLabels.Plain(command.Label)}\"");
        Lines.Write($"  {(command.IsAdverse ? $"!{ModelNames.Calm} && " : "")}{command.Condition} ==>");
        Lines.Write("begin");
        if (command.SendsCode)
            Lines.Write(command.SendsSameCode is { } same ? $"  if {same} then send_same_code(); else send_code(); endif;" : "  send_code();");
        if (command.Procedure is { } procedure)
            Lines.Write($"  {procedure};");
        foreach (var (variable, value) in command.Assignments)
            Lines.Write($"  {variable} := {value};");
        if (command.SettlesMessage)
            Lines.Write("  settle_message();");
        Lines.Write("end;");
    }

    public override void Foot()
    {
        Heading("From here on nothing adverse happens.");
        Command(new ModelCommand("calm", $"{ModelNames.CalmAllowed} && !{ModelNames.Calm}") { Settings = [(ModelNames.Calm, "true")] });
        Lines.Write();
        Lines.Write("liveness \"NoTrap\"");
        Lines.Write($"  !{ModelNames.Calm} || !{ModelNames.IsServed} || {ModelNames.StateIs(EnrolmentState.VerificationEnabled)};");
    }

    protected override void Comment(string text) => Lines.Write($"-- {text}");

    private void Effect(Tree<IReadOnlyList<Change>> effect, IReadOnlyList<Component> parts, string indent)
    {
        switch (effect)
        {
            case Branch<IReadOnlyList<Change>> branch:
                Lines.Write($"{indent}if {branch.Component.Test(branch.Value)} then");
                Effect(branch.Yes, parts, $"{indent}  ");
                Lines.Write($"{indent}else");
                Effect(branch.No, parts, $"{indent}  ");
                Lines.Write($"{indent}endif;");
                break;
            case Leaf<IReadOnlyList<Change>> leaf:
                foreach (var (variable, value) in TreeWriter.Assignments(leaf.Answer, parts))
                    Lines.Write($"{indent}{variable} := {value};");
                break;
        }
    }

    private static string TypeOf(Component part) => part.IsFlag ? "boolean" : part.Values is not null ? $"{part.Name}_type" : $"0..{part.Most}";
}

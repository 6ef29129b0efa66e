namespace LoginVerification.Exploration;

/// <summary>
/// Finds every kind of refusal that a user can meet, and has the production decider tell its ways out: of each kind on each screen, for the
/// first state that has it. Other states may be shown other ways, and never none: the search ends with the host's staff. Not thread-safe.
/// </summary>
internal sealed class ReachableRefusals
{
    private readonly StateGraph graph;
    private readonly PolicyModel product;
    private readonly IReadOnlyList<PhoneDetails>[] numbers;
    private readonly List<ReachableRefusal> known = [];
    private readonly IEnumerator<ReachableRefusal> more;
    private readonly CancellationToken cancellationToken;

    public ReachableRefusals(StateGraph graph, CancellationToken cancellationToken)
    {
        this.graph = graph;
        product = graph.Product;
        this.cancellationToken = cancellationToken;
        numbers = [.. product.Classes.Select(known => known.Numbers)];
        more = Survey().GetEnumerator();
    }

    /// <summary>All of them, found while they are read, and once only.</summary>
    public IEnumerable<ReachableRefusal> All()
    {
        for (var i = 0; ; i++)
        {
            // A survey that was broken off looks like one that is over.
            cancellationToken.ThrowIfCancellationRequested();
            if (i == known.Count)
            {
                if (!more.MoveNext())
                    yield break;
                known.Add(more.Current);
            }

            yield return known[i];
        }
    }

    private IEnumerable<ReachableRefusal> Survey()
    {
        var table = product.Table;
        var userInputs = Enumerable.Range(0, table.Inputs.Length).Where(input => table.Inputs[input].Action is not null).ToArray();
        var gates = GatesBy(userInputs);
        var groups = GroupShapes(userInputs);
        var actions = userInputs.Select(index => (int)table.Inputs[index].Action!.Value).ToArray();
        var looked = new HashSet<long>();
        var asked = new HashSet<(int Class, int Page, int Input, RefusalCode? Code)>();
        for (var position = 0; position < graph.Order.Count; position++)
        {
            var place = product.PlaceOf(graph.Order[position]);
            var @case = product.CaseOf(place);
            var context = (((((place.Class * product.Site.Pages.Length) + place.Page) * 2) + (place.Device ? 1 : 0)) * Condition.Cases) + @case;
            if (!looked.Add(((long)context * groups.Answers) + groups.ByAnswers[place.Shape]))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var page = product.Site.Pages[place.Page];
            Enrolment? example = null;
            foreach (var (index, action) in userInputs.Zip(actions))
            {
                if ((page.Offers[action] >> @case & 1) == 0 || (table.Inputs[index].NeedsDevice ?? place.Device) != place.Device)
                    continue;
                var code = table[place.Shape, index].Refusal;
                if ((code is not null || !gates[place.Class, page.SurfaceIndex, index])
                    && asked.Add((place.Class, place.Page, index, code))
                    && Ask(position, place, page, table.Inputs[index], example ??= table.Space.Example(table.Shapes[place.Shape], numbers[place.Class])) is { } refused)
                {
                    yield return refused;
                }
            }
        }
    }

    private ReachableRefusal? Ask(int position, ModelState place, Page page, Input input, Enrolment example)
    {
        var facts = input.FactsOn(page.Surface, numbers[place.Class]) with { DeviceRegistered = place.Device };
        var decision = product.Explainer.Decide(example, input.Command!, facts);
        return decision.Refusal is { } refusal ? new ReachableRefusal(position, page, product.Classes[place.Class], input, refusal, Explainer.OwesWayOut(refusal.Code, input.Command!)) : null;
    }

    private bool[,,] GatesBy(int[] userInputs)
    {
        var surfaces = product.Policy.Gate.Surfaces;
        var open = new bool[product.Classes.Count, surfaces.Count, product.Table.Inputs.Length];
        foreach (var (number, known) in product.Classes.Index())
        {
            foreach (var (surface, name) in surfaces.Index())
            {
                foreach (var index in userInputs)
                {
                    var input = product.Table.Inputs[index];
                    open[number, surface, index] = product.Policy.Gate.Check(name, new Choice(input.Action!.Value, input.Channel), known.Numbers[0]) is null;
                }
            }
        }

        return open;
    }

    /// <summary>Numbers the shapes by their answers to users.</summary>
    private (int[] ByAnswers, int Answers) GroupShapes(int[] userInputs)
    {
        var table = product.Table;
        var answers = new Dictionary<string, int>();
        var byAnswers = new int[table.Shapes.Length];
        var codes = new char[userInputs.Length];
        for (var shape = 0; shape < table.Shapes.Length; shape++)
        {
            for (var i = 0; i < codes.Length; i++)
                codes[i] = (char)((int?)table[shape, userInputs[i]].Refusal + 1 ?? 0);
            var told = new string(codes);
            if (!answers.TryGetValue(told, out byAnswers[shape]))
                answers.Add(told, byAnswers[shape] = answers.Count);
        }

        return (byAnswers, answers.Count);
    }
}

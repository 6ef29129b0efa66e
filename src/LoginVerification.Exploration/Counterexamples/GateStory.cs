using System.Numerics;

namespace LoginVerification.Exploration;

/// <summary>An answer of the gates to numbers of a class.</summary>
/// <param name="Action">What is asked.</param>
/// <param name="Surfaces">On which surfaces it is asked; each of them gives this answer.</param>
/// <param name="IsLetThrough">The answer.</param>
internal sealed record GateAnswer(EnrolmentAction Action, IReadOnlyCollection<Surface> Surfaces, bool IsLetThrough);

/// <summary>
/// Tells answers of the gates that contradict each other: the shortest path on which all of them are met. A yes is met where the action is
/// accepted, a no where nothing but a rule refuses it. What no path meets is said at the end of one that meets the rest.
/// </summary>
internal sealed class GateStory
{
    private readonly PolicyModel model;
    private readonly ClassId number;
    private readonly bool? device;
    private readonly IReadOnlyList<(GateAnswer Answer, MoveSet Asking)> answers;
    private readonly StateBits[] known;
    private readonly List<Node> found = [];

    private GateStory(PolicyModel model, ClassId number, bool? device, IReadOnlyList<GateAnswer> answers)
    {
        this.model = model;
        this.number = number;
        this.device = device;
        this.answers =
        [
            .. answers.Select(answer => (answer, model.InputsWhere(input => input is { Adverse: null, Choice: { } choice } && choice.Action == answer.Action))),
        ];
        known = [.. Enumerable.Range(0, 1 << answers.Count).Select(_ => new StateBits(model.Codec.SizeOfClass))];
    }

    /// <summary>The story of some answers to numbers of a class, given with a device, without one, or either way.</summary>
    public static IReadOnlyList<Step> Of(PolicyModel model, ClassId number, bool? device, params IReadOnlyList<GateAnswer> answers)
    {
        var story = new GateStory(model, number, device, answers);
        var end = story.Search();
        var (stands, met) = (model.Codec.Unpack(story.found[end].State), story.found[end].Met);
        return [.. story.Tell(end), .. answers.Where((_, index) => (met >> index & 1) == 0).Select(answer => story.Unmet(answer, stands))];
    }

    /// <summary>Breadth first over states and the answers that were met on the way there: the first node that met most.</summary>
    private int Search()
    {
        foreach (var start in model.Starts().Where(start => model.Codec.Unpack(start).Class == number))
            Add(new Node(start, Met: 0, found.Count, default, IsRefused: false));
        var best = 0;
        for (var at = 0; at < found.Count && found[best].Met != known.Length - 1; at++)
        {
            var (id, met, _, _, _) = found[at];
            if (BitOperations.PopCount((uint)met) > BitOperations.PopCount((uint)found[best].Met))
                best = at;
            var state = model.Codec.Unpack(id);
            foreach (var (index, (answer, asking)) in answers.Index())
            {
                if (!answer.IsLetThrough && Meeting(state, answer, asking) is { IsEmpty: false } refused)
                    Add(new Node(id, met | (1 << index), at, refused.First, IsRefused: true));
            }

            foreach (var (move, to) in model.Successors(id, Filter.Everything))
                Add(new Node(to, met | MetBy(state, move), at, move, IsRefused: false));
        }

        return best;
    }

    private void Add(in Node node)
    {
        if (known[node.Met].Add(model.Codec.WithinClass(node.State, number)))
            found.Add(node);
    }

    private List<Step> Tell(int end)
    {
        var steps = new List<Step>();
        for (var at = end; found[at].From != at; at = found[at].From)
        {
            var (from, move) = (found[found[at].From].State, found[at].Move);
            steps.Add(found[at].IsRefused ? Steps.Refused(model, model.Codec.Unpack(from), model.Inputs[move.Index]) : Steps.Of(model, from, move));
        }

        steps.Reverse();
        return steps;
    }

    /// <summary>The answers that an accepted move meets.</summary>
    private int MetBy(in ModelState state, Move move)
    {
        var met = 0;
        foreach (var (index, (answer, asking)) in answers.Index())
            met |= answer.IsLetThrough && Meeting(state, answer, asking).Contains(move) ? 1 << index : 0;
        return met;
    }

    /// <summary>The inputs by which an answer is met in a state.</summary>
    private MoveSet Meeting(in ModelState state, GateAnswer answer, MoveSet asking)
    {
        if (!answer.Surfaces.Contains(model.ScreenOf(state).Surface) || (device ?? state.Device) != state.Device)
            return default;
        var at = model.CaseOf(state);
        return asking & (answer.IsLetThrough ? model.Guards.TakenIn(state, at) : model.Guards.StoppedByRulesIn(state, at));
    }

    private Step Unmet(GateAnswer answer, in ModelState stands)
    {
        var outcome = $"{(answer.IsLetThrough ? "let through" : "refused")} on {string.Join(", ", answer.Surfaces)}, and no way {(model.Table.IsComplete ? "leads" : "that was looked at leads")} to where it is asked";
        return Steps.AskRules(model, stands, answer.Action, outcome);
    }

    /// <param name="State">Where it is.</param>
    /// <param name="Met">Which answers were met: one bit each.</param>
    /// <param name="From">Which node it was found from; itself for a start.</param>
    /// <param name="Move">What was done there.</param>
    /// <param name="IsRefused">Whether it was refused.</param>
    private readonly record struct Node(StateId State, int Met, int From, Move Move, bool IsRefused);
}

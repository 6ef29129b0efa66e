using System.Globalization;

namespace LoginVerification.Exploration.Tests.Chances;

/// <summary>
/// Reads what the PRISM export writes of PRISM's language, and solves it by itself: value iteration, backward from the ends, with no
/// component and no elimination.
/// </summary>
internal sealed class PrismModel
{
    private readonly Dictionary<int, (double Probability, int To)[]> commands = [];
    private readonly Dictionary<string, (int From, int To)> labels = [];
    private readonly Dictionary<string, Dictionary<int, double>> rewards = [];

    private PrismModel(string text)
    {
        Dictionary<int, double>? open = null;
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("//   ", StringComparison.Ordinal) && line[5..].Split("  ") is [var start, var who])
                Starts.Add(who, Int(start));
            else if (line.StartsWith("s : [0..", StringComparison.Ordinal))
                States = 1 + Int(Between(line, "..", "]"));
            else if (line.StartsWith("[] s=", StringComparison.Ordinal))
                commands.Add(Int(Between(line, "s=", " ->")), [.. Updates(Between(line, "-> ", ";"))]);
            else if (line.StartsWith("label \"enrolled\"", StringComparison.Ordinal))
                labels.Add("enrolled", (0, 0));
            else if (line.StartsWith("label ", StringComparison.Ordinal))
                labels.Add(Between(line, "\"", "\""), (Int(Between(line, "s>=", " ")), Int(Between(line, "s<=", ";"))));
            else if (line.StartsWith("rewards ", StringComparison.Ordinal))
                rewards.Add(Between(line, "\"", "\""), open = []);
            else if (line.StartsWith("s=", StringComparison.Ordinal))
                open!.Add(Int(Between(line, "s=", " ")), double.Parse(Between(line, ": ", ";"), CultureInfo.InvariantCulture));
        }
    }

    /// <summary>By who begins there.</summary>
    public Dictionary<string, int> Starts { get; } = [];

    public int States { get; }

    public IEnumerable<(double Probability, int To)[]> Commands => commands.Values.Where(updates => updates.Length > 0);

    public static PrismModel Read(string text) => new(text);

    /// <summary>P=? [ F label ] from each state.</summary>
    public double[] Reach(string label)
    {
        var (from, to) = labels[label];
        return Iterate(state => state >= from && state <= to ? 1 : 0, _ => 0);
    }

    /// <summary>R{name}=? [ C ] from each state.</summary>
    public double[] Total(string name) => Iterate(_ => 0, state => rewards[name].GetValueOrDefault(state));

    private double[] Iterate(Func<int, double> end, Func<int, double> reward)
    {
        var values = new double[States];
        foreach (var (state, _) in commands.Where(command => command.Value.Length == 0))
            values[state] = end(state);
        // Backward, for most commands lead to states with greater numbers.
        var moving = commands.Where(command => command.Value.Length > 0).OrderByDescending(command => command.Key)
            .Select(command => (State: command.Key, Updates: command.Value, Reward: reward(command.Key))).ToArray();
        var changed = double.MaxValue;
        while (changed > 1e-14)
        {
            changed = 0;
            foreach (var (state, updates, gained) in moving)
            {
                var value = gained;
                foreach (var (probability, to) in updates)
                    value += probability * values[to];
                changed = Math.Max(changed, Math.Abs(value - values[state]));
                values[state] = value;
            }
        }

        return values;
    }

    private static IEnumerable<(double, int)> Updates(string written)
    {
        if (written == "true")
            yield break;
        foreach (var update in written.Split(" + "))
            yield return (double.Parse(update.Split(':')[0], CultureInfo.InvariantCulture), Int(Between(update, "(s'=", ")")));
    }

    private static string Between(string line, string before, string after)
    {
        var from = line.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return line[from..line.IndexOf(after, from, StringComparison.Ordinal)];
    }

    private static int Int(string written) => int.Parse(written, CultureInfo.InvariantCulture);
}

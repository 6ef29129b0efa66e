using System.Collections.Concurrent;
using LoginVerification.Exploration.Tests.Support;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>What the decision table says comes of a command is what the real service does with it.</summary>
public class CellReplayTests(ITestOutputHelper output)
{
    /// <summary>Columns that the explorer drops are replayed too: what it takes for irrelevant is to be so for the service.</summary>
    [Theory]
    [InlineData("consistent", false)]
    [InlineData("twitter-2014", false)]
    [InlineData("twitter-2014-web-takes-code", false)]
    [InlineData("consistent", true)]
    [InlineData("twitter-2014", true)]
    [InlineData("twitter-2014-web-takes-code", true)]
    public void Every_cell_with_a_command_is_what_the_service_does(string policy, bool withColumnsThatTellNothing)
    {
        var table = withColumnsThatTellNothing ? Scales.WholeTableOf(policy) : Scales.TableOf(policy);
        ShapeId[] shapes = [.. table.ShapeIds.Where(shape => !withColumnsThatTellNothing || shape.Index % Full.Or(9) == 0)];
        ColumnId[] commands = [.. table.Columns.Where(column => table[column].Command is not null)];

        var (given, wrong) = Replay(table, shapes, commands);

        output.WriteLine($"{given} commands: {shapes.Length} shapes, {commands.Length} columns");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal(shapes.Length * commands.Length, given);
    }

    private static (int Given, IReadOnlyCollection<string> Wrong) Replay(DecisionTable table, ShapeId[] shapes, ColumnId[] columns)
    {
        var wrong = new ConcurrentBag<string>();
        var given = 0;
        Parallel.For(
            0,
            shapes.Length,
            // Bounded, because each waits for a service that itself goes on on the pool.
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new CellReplay(table),
            (index, _, replay) =>
            {
                foreach (var column in columns)
                {
                    if (replay.Check(shapes[index], column) is { } complaint && wrong.Count < 10)
                        wrong.Add(complaint);
                }

                return replay;
            },
            replay =>
            {
                Interlocked.Add(ref given, replay.Given);
                replay.Dispose();
            });
        return (given, wrong);
    }
}

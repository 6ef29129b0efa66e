using LoginVerification.Exploration.Tests.Support;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// Time is not a command, so that the service cannot be asked what it does. What can be held against the table is a real account under a
/// clock that moves: what the account is by then, and how the service answers it by then.
/// </summary>
public class TimeReplayTests(ITestOutputHelper output)
{
    private const int DrawsPerShape = 12;
    private const int MostReplayed = 1500;

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("removed-phone-cools-down")]
    public void Wherever_the_clock_goes_the_timers_of_the_table_lead_there(string policy)
    {
        var table = Scales.TableOf(policy);
        var after = Walks(table).ToList();

        var astray = after.Where(walk => !Closure(table, walk.From).Contains(walk.To)).Take(5).ToList();

        output.WriteLine($"{after.Count} walks from {after.Select(walk => walk.From).Distinct().Count()} of {table.Shapes.Length} shapes");
        Assert.True(astray.Count == 0, string.Join("\n", astray.Select(walk => $"{table[walk.From]} after {walk.Length}: {walk.To}")));
        Assert.Equal(table.Shapes.Length, after.Select(walk => walk.From).Distinct().Count());
    }

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    public void After_a_while_the_service_answers_as_the_table_does_for_what_the_account_is_by_then(string policy)
    {
        var table = Scales.TableOf(policy);
        var shapes = table.ShapeIds.ToDictionary(shape => table[shape]);
        var walks = Walks(table).ToList();
        var stride = Math.Max(1, walks.Count / MostReplayed);
        using var replay = new CellReplay(table);

        var wrong = walks.Where((_, index) => index % stride == 0).Select(walk => Complaint(walk.Account, walk)).OfType<string>().Take(5).ToList();

        output.WriteLine($"{replay.Given} commands");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));

        // While time passes the books alone tell the numbers apart, so that the first can become the second.
        string? Complaint(Enrolment account, (ShapeId From, Enrolment Account, Duration Length, Shape To) walk) =>
            FirstComplaint(account, walk) is { } no && (account is { Phone: not null } or { Pending: not null } || FirstComplaint(Timing.Exchanged(account), walk) is not null) ? no : null;

        string? FirstComplaint(Enrolment account, (ShapeId From, Enrolment Account, Duration Length, Shape To) walk) =>
            table.Columns.Where(column => table[column].Command is not null)
                .Select(column => replay.Check(shapes[walk.To], account, column, ShapeSpace.Now + walk.Length)).FirstOrDefault(no => no is not null);
    }

    /// <summary>
    /// Zones are coarser than clocks: in the table the only send to a number can leave the window while a lock still runs. More ways than
    /// there are in truth make no proof of "never" wrong; that no kind of timer is made of them alone is what is asked here.
    /// </summary>
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("removed-phone-cools-down")]
    public void Timers_of_every_kind_end_under_a_real_clock_as_in_the_table(string policy)
    {
        var table = Scales.TableOf(policy);
        var met = Walks(table).Select(walk => (walk.From, walk.To)).ToHashSet();

        foreach (var timer in table.Inputs.Select(input => input.Passing?.Timer).OfType<Timer>().Distinct())
        {
            var columns = table.Columns.Where(column => table[column].Passing?.Timer == timer);
            var ends = columns.SelectMany(column => table.ShapeIds.Where(shape => table[shape, column].Happens)
                .Select(shape => (From: shape, To: table[table[shape, column].Next!.Value]))).ToList();
            var real = ends.Count(met.Contains);
            output.WriteLine($"{timer}: {real} of {ends.Count}");
            Assert.True(real * 3 > ends.Count, $"{timer}: only {real} of {ends.Count} were met.");
        }
    }

    /// <summary>Accounts of every shape, each to every instant at which something about it changes by itself.</summary>
    private static IEnumerable<(ShapeId From, Enrolment Account, Duration Length, Shape To)> Walks(DecisionTable table)
    {
        var timing = new Timing(table.Space.Limits, new Random(2014));
        foreach (var shape in table.ShapeIds)
        {
            for (var draw = 0; draw < DrawsPerShape; draw++)
            {
                var account = draw == 0 ? table.ExampleOf(shape) : timing.Draw(table[shape], table.Space);
                if (account is null)
                    continue;
                yield return (shape, account, Duration.Zero, table[shape]);
                foreach (var length in timing.Turns(account))
                {
                    var later = Timing.Later(account, length);
                    // From then on the next command lets the number lapse first: that is another input, and not the timers'.
                    if (later.Pending is { } pending && pending.LapsesAt <= ShapeSpace.Now)
                        break;
                    yield return (shape, account, length, table.Space.Of(later, SampleNumbers.All));
                }
            }
        }
    }

    private readonly Dictionary<ShapeId, HashSet<Shape>> closures = [];

    /// <summary>All that a shape can become by timers alone.</summary>
    private HashSet<Shape> Closure(DecisionTable table, ShapeId shape)
    {
        if (closures.TryGetValue(shape, out var known))
            return known;
        var timers = table.Columns.Where(column => table[column].Passing is not null).ToList();
        var found = new HashSet<ShapeId> { shape };
        var open = new Queue<ShapeId>(found);
        while (open.TryDequeue(out var at))
        {
            foreach (var timer in timers)
            {
                if (table[at, timer].Next is { } next && found.Add(next))
                    open.Enqueue(next);
            }
        }

        return closures[shape] = [.. found.Select(at => table[at])];
    }
}

using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// The table has a lapse as an input of its own. In the service no command waits for it: what has lapsed by then is saved before the
/// command is looked at, so that a command to such an account is the lapse and then the command.
/// </summary>
public class LapseReplayTests
{
    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void A_command_after_the_time_of_a_pending_number_is_the_lapse_and_then_the_command(string policy)
    {
        var table = Scales.TableOf(policy);
        var inputs = table.Inputs.Index().Where(input => input.Item is { Command: not null, Actor: not Actor.Time }).ToList();
        var lapse = table.Inputs.Index().Single(input => input.Item.Command is LapsePending).Index;
        var now = ShapeSpace.Now + Duration.FromMilliseconds(1);
        using var real = new InputReplay(table.Policy);
        var given = 0;

        for (var shape = 0; shape < table.Shapes.Length; shape++)
        {
            if (!table[shape, lapse].Happens || ChangesOrder(table.Shapes[shape], table.Space.Rules))
                continue;
            var account = table.ExampleOf(shape);
            account = account with { Pending = account.Pending! with { LapsesAt = now } };
            var lapsed = table[shape, lapse].Next;
            foreach (var (column, input) in inputs.Where(input => table[lapsed, input.Index] != Cell.Empty))
            {
                var cell = table[lapsed, column];

                var came = real.Give(account, input, Laboratory.Surface, Laboratory.Numbers, input.Facts!.DeviceRegistered, now);

                given++;
                Assert.IsType<PendingLapsed>(came.Events[0]);
                Assert.Equal(Initiator.Time, came.Events[0].Origin.By);
                Assert.Equal(
                    (cell.Refusal, cell.Events, table.Shapes[cell.Happens ? cell.Next : lapsed]),
                    (came.Refusal?.Code, came.Events.Skip(1).Aggregate(0u, (bits, happened) => bits | Cell.Bit(happened.Trigger)), table.Space.Of(Timing.Later(came.After, now - ShapeSpace.Now), Laboratory.Numbers)));
            }
        }

        Assert.True(given > 1000);
    }

    /// <summary>Once nothing tells the numbers apart but their books, the second can become the first; the others are enough.</summary>
    private static bool ChangesOrder(in Shape shape, PolicyDocument rules)
    {
        var isFinal = shape.Failures >= rules.Lock.FinalFailures;
        var (first, second) = isFinal ? (shape.First with { Failures = 0 }, shape.Second with { Failures = 0 }) : (shape.First, shape.Second);
        return !shape.IsVerified && second.Rank > first.Rank;
    }
}

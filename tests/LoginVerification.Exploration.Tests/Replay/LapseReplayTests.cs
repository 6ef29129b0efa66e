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
        var inputs = table.Columns.Where(column => table[column] is { Command: not null, Actor: not Actor.Time }).ToList();
        var lapse = table.Columns.Single(column => table[column].Command is LapsePending);
        var now = ShapeSpace.Now + Duration.FromMilliseconds(1);
        using var real = new InputReplay(OpenPolicy.Of(table.Space.Limits));
        var given = 0;

        foreach (var shape in table.ShapeIds)
        {
            if (table[shape, lapse].Next is not { } lapsed || ChangesOrder(table[shape], table.Space.Limits))
                continue;
            var account = table.ExampleOf(shape);
            account = account with { Pending = account.Pending! with { LapsesAt = now } };
            foreach (var column in inputs.Where(column => table[lapsed, column] != Cell.Empty))
            {
                var (input, cell) = (table[column], table[lapsed, column]);

                var came = real.Give(account, input, Inputs.Anywhere, SampleNumbers.All, input.Facts!.DeviceRegistered, now);

                given++;
                Assert.IsType<PendingLapsed>(came.Events[0]);
                Assert.Equal(Initiator.Time, came.Events[0].Origin.By);
                Assert.Equal(
                    (cell.Refusal, cell.Events, table[cell.Next ?? lapsed]),
                    (came.Refusal?.Code, came.Events.Skip(1).Aggregate(0UL, (bits, happened) => bits | Cell.Bit(happened.Trigger)), table.Space.Of(Timing.Later(came.After, now - ShapeSpace.Now), SampleNumbers.All)));
            }
        }

        Assert.True(given > 1000);
    }

    /// <summary>Once nothing tells the numbers apart but their books, the second can become the first; the others are enough.</summary>
    private static bool ChangesOrder(in Shape shape, EnrolmentLimits limits)
    {
        var isFinal = shape.Failures >= limits.Lock.FinalFailures;
        var (first, second) = isFinal ? (shape.First with { Failures = 0 }, shape.Second with { Failures = 0 }) : (shape.First, shape.Second);
        return !shape.IsVerified && second.Rank > first.Rank;
    }
}

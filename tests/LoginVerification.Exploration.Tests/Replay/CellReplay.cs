using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>Holds cells against what the real service does for an account that stands as the shape says. Not thread-safe: one a thread.</summary>
internal sealed class CellReplay(DecisionTable table) : IDisposable
{
    private readonly InputReplay real = new(table.Policy);
    private readonly Dictionary<string, int> columns = table.Inputs.Index().ToDictionary(input => input.Item.Name, input => input.Index);

    /// <summary>How many commands were given.</summary>
    public int Given { get; private set; }

    /// <summary>Replays a cell; null where the service does what it says.</summary>
    public string? Check(int shape, int column) => Check(shape, table.ExampleOf(shape), column, ShapeSpace.Now);

    /// <summary>Replays a cell with an account that is of its shape by then.</summary>
    public string? Check(int shape, Enrolment account, int column, Instant now)
    {
        var input = table.Inputs[column];
        var cell = table[shape, column];
        // Of two numbers of which nothing is known the table asks about one. What is true of it is true of the other.
        if (cell == Cell.Empty)
            cell = table[shape, columns[(input with { Number = Slot.First }).Name]];

        var came = real.Give(account, input, Laboratory.Surface, Laboratory.Numbers, input.Facts!.DeviceRegistered, now);

        Given++;
        var events = came.Events.Aggregate(0u, (bits, happened) => bits | Cell.Bit(happened.Trigger));
        var after = came.Happens ? table.Space.Of(Timing.Later(came.After, now - ShapeSpace.Now), Laboratory.Numbers) : (Shape?)null;
        return came.Refusal?.Code == cell.Refusal && events == cell.Events && after == (cell.Happens ? table.Shapes[cell.Next] : null)
            ? null
            : $"{table.Shapes[shape]}: {input.Name}: the table says {cell} {(cell.Happens ? table.Shapes[cell.Next] : null)}; "
                + $"the service answers {came.Refusal?.Code.ToString() ?? "yes"} with {string.Join(", ", came.Events.Select(happened => happened.Trigger))} {after}";
    }

    public void Dispose() => real.Dispose();
}

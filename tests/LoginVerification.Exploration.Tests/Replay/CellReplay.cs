using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>Holds cells against what the real service does for an account that stands as the shape says. Not thread-safe: one a thread.</summary>
internal sealed class CellReplay(DecisionTable table) : IDisposable
{
    private readonly InputReplay real = new(OpenPolicy.Of(table.Space.Limits));
    private readonly Dictionary<string, ColumnId> columns = table.Columns.ToDictionary(column => table[column].Name);

    /// <summary>How many commands were given.</summary>
    public int Given { get; private set; }

    /// <summary>Replays a cell; null where the service does what it says.</summary>
    public string? Check(ShapeId shape, ColumnId column) => Check(shape, table.ExampleOf(shape), column, ShapeSpace.Now);

    /// <summary>Replays a cell with an account that is of its shape by then.</summary>
    public string? Check(ShapeId shape, Enrolment account, ColumnId column, Instant now)
    {
        var input = table[column];
        var cell = table[shape, column];
        // Of two numbers of which nothing is known the table asks about one. What is true of it is true of the other.
        if (cell == Cell.Empty)
            cell = table[shape, FirstNumbers(input)];

        var came = real.Give(account, input, Inputs.Anywhere, SampleNumbers.All, input.Facts!.DeviceRegistered, now);

        Given++;
        var events = came.Events.Aggregate(0UL, (bits, happened) => bits | Cell.Bit(happened.Trigger));
        var after = came.Happens ? table.Space.Of(Timing.Later(came.After, now - ShapeSpace.Now), SampleNumbers.All) : (Shape?)null;
        Shape? expected = cell.Next is { } next ? table[next] : null;
        return came.Refusal?.Code == cell.Refusal && events == cell.Events && after == expected
            ? null
            : $"{table[shape]}: {input.Name}: the table says {cell} {expected}; "
                + $"the service answers {came.Refusal?.Code.ToString() ?? "yes"} with {string.Join(", ", came.Events.Select(happened => happened.Trigger))} {after}";
    }

    public void Dispose() => real.Dispose();

    /// <summary>The same of the first number; where it makes no difference there, the table has the column without the adverse fact alone.</summary>
    private ColumnId FirstNumbers(Input input) =>
        columns.TryGetValue((input with { Number = Slot.First }).Name, out var column) ? column : columns[(input with { Number = Slot.First, Adverse = null }).Name];
}

using LoginVerification.Exploration.Tests.Support;
using NodaTime;

namespace LoginVerification.Exploration.Tests.Replay;

/// <summary>
/// Gives the command of a cell to the real service, for an account that stands as the example of the shape, and says where the answer is
/// not the cell's. Codes are typed, numbers are read and ports are asked as in production. Not thread-safe: one a thread.
/// </summary>
internal sealed class CellReplay(DecisionTable table) : IDisposable
{
    private static readonly PhoneNumber Third = new("+999000000003");

    private readonly RealService real = new(table.Policy);
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
        var before = Arrange(account, input, now);

        var came = real.Give(before, CallerOf(input, now), CommandOf(before, input));

        Given++;
        var events = came.Events.Aggregate(0u, (bits, happened) => bits | Cell.Bit(happened.Trigger));
        var after = came.Happens ? table.Space.Of(Timing.Later(came.After, now - ShapeSpace.Now), Laboratory.Numbers) : (Shape?)null;
        return came.Refusal?.Code == cell.Refusal && events == cell.Events && after == (cell.Happens ? table.Shapes[cell.Next] : null)
            ? null
            : $"{table.Shapes[shape]}: {input.Name}: the table says {cell} {(cell.Happens ? table.Shapes[cell.Next] : null)}; "
                + $"the service answers {came.Refusal?.Code.ToString() ?? "yes"} with {string.Join(", ", came.Events.Select(happened => happened.Trigger))} {after}";
    }

    public void Dispose() => real.Dispose();

    private Enrolment Arrange(Enrolment before, Input input, Instant now)
    {
        var facts = input.Facts!;
        real.Surroundings.Service = facts.Service;
        real.Surroundings.Device = facts.DeviceRegistered;
        real.Surroundings.Risk = facts.Risk;
        real.Surroundings.Allowance = facts.SendAllowance;
        real.Shelf.OtherAccounts = facts.OtherAccountsOnNumber;
        real.Now = now;
        if (before.Pending is { } pending)
        {
            before = before with
            {
                EarlierChallenges = [Living("superseded", pending.Details.Number, now), Living("foreign", Third, now)],
                Pending = pending with { Challenge = facts.CodeKeyRetired ? pending.Challenge with { KeyId = "retired" } : pending.Challenge },
            };
            // A pending number may lapse once its code is dead. The clock moves on a little, which ends nothing else.
            if (input.Actor is Actor.Time && !pending.Challenge.IsAlive(now))
            {
                before = before with { Pending = before.Pending with { LapsesAt = now + Duration.FromMilliseconds(1) } };
                real.Now = before.Pending.LapsesAt;
            }
        }

        return before;
    }

    private static Challenge Living(string id, PhoneNumber number, Instant now) =>
        new(new ChallengeId(id), number, new Nonce(new string('2', 2 * Nonce.Length)), RealService.KeyId, now - Duration.FromSeconds(1), now + Duration.FromMinutes(5));

    private static Caller CallerOf(Input input, Instant now) => input.Facts!.Origin.By switch
    {
        Initiator.User => Caller.User(AccountOf, Laboratory.Surface, input.Facts.AuthenticatedAt + (now - ShapeSpace.Now)),
        Initiator.Carrier => Caller.Carrier(AccountOf),
        Initiator.Time => Caller.Time(AccountOf),
        _ => Caller.Operator(AccountOf),
    };

    private static AccountId AccountOf { get; } = new ShapeSpace(ShippedPolicies.Consistent.Document).Example(default, Laboratory.Numbers).Account;

    private Command CommandOf(Enrolment before, Input input)
    {
        var number = input.Facts!.Number is PhoneReading.Readable { Details: var phone } ? phone.Number.E164 : "no number";
        return input.Command! switch
        {
            SubmitPhone => new SubmitPhone(number),
            ConfirmCode { Code.Text: "" } malformed => malformed,
            ConfirmCode => new ConfirmCode(CodeFor(before, input.Facts.CodeMatch)),
            InvalidatePhone invalidate => invalidate with { Number = number },
            OptOutOfDelivery => new OptOutOfDelivery(number),
            RestoreDelivery => new RestoreDelivery(number),
            var other => other,
        };
    }

    private string CodeFor(Enrolment before, CodeMatch match)
    {
        if (before.Pending is not { } pending)
            return "123456";
        var codes = before.EarlierChallenges.Prepend(pending.Challenge).Select(challenge => real.CodeOf(before.Account, challenge)).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        return match switch
        {
            CodeMatch.Current => codes[0],
            CodeMatch.Superseded => codes[1],
            CodeMatch.Foreign => codes[2],
            _ => real.CodeBeside(before.Account, before.EarlierChallenges.Add(pending.Challenge)),
        };
    }
}

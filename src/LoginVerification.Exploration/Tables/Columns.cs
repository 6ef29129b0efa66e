namespace LoginVerification.Exploration;

/// <summary>
/// Chooses the columns that say something of their own, so that a table has some fifty of them and not three hundred. A column is dropped if
/// in every shape it answers like another one that is kept: the command with nothing against it, or the same about the first number. Whether
/// it does shows at small scales already, where every refusal and event has its cell; there all columns are asked: of one number that is sent
/// a second code, and of two numbers. That what is dropped there says nothing at larger scales either is held by a test.
/// </summary>
internal static class Columns
{
    /// <summary>Each bound is as small as it can be with a second code and a lock.</summary>
    private static readonly ExplorationScale Sample = new() { Numbers = 1, WrongTries = 1, EveryFailures = 1, FinalFailures = 1, SendsPerNumber = 2, SendsPerAccount = 2 };

    /// <summary>
    /// The limits at which all columns are asked. Limits with an equal sample have the same columns. What makes no difference to any is at its default, so that
    /// policies that differ in it alone share them: sign-ins, which no column asks; and values that what is asked is always on the same side of, whatever they are.
    /// </summary>
    public static EnrolmentLimits SampleOf(EnrolmentLimits limits)
    {
        var usual = new PolicyDocument { Name = "usual", Surfaces = [] };
        var sample = Sample.Applied(limits);
        return sample with
        {
            Code = sample.Code with { Digits = usual.Code.Digits },
            SignIn = usual.SignIn,
            ChannelChanges = usual.ChannelChanges,
            PendingLapsesAfter = usual.PendingLapsesAfter,
            ReauthenticateWithin = usual.ReauthenticateWithin,
            AccountsPerNumber = usual.AccountsPerNumber,
        };
    }

    /// <summary>The columns of a table.</summary>
    /// <param name="limits">Its limits.</param>
    /// <param name="numbers">How many numbers there are.</param>
    /// <param name="distinguishing">What <see cref="Distinguishing"/> says of the sample.</param>
    public static Input[] For(EnrolmentLimits limits, int numbers, IReadOnlySet<string> distinguishing)
    {
        var kept = Inputs.All(numbers, limits).Where(input => distinguishing.Contains(input.Name)).ToArray();
        return [.. kept.Select(input => WithNeeds(input, kept, distinguishing))];
    }

    /// <summary>The names of the columns that some shape tells from their stand-in.</summary>
    /// <param name="sample">The limits of a sample.</param>
    /// <param name="observers">Who looks for what must not be.</param>
    public static IReadOnlySet<string> Distinguishing(EnrolmentLimits sample, TableObservers observers)
    {
        DecisionTable[] tables = [TableOf(sample, numbers: 1), TableOf(WithOneCode(sample), numbers: 2)];
        var columns = tables.Select(table => table.Columns.ToDictionary(column => table[column].Name)).ToList();
        return Inputs.All(numbers: 2, sample).Where(IsDistinguishing).Select(input => input.Name).ToHashSet();

        DecisionTable TableOf(EnrolmentLimits limits, int numbers) => TableBuilder.Build(limits, [.. Inputs.All(numbers, limits)], observers, int.MaxValue, CancellationToken.None);

        bool IsDistinguishing(Input input)
        {
            if (input.Passing is not null)
                return true;
            var favourable = input with { Adverse = null };
            var ofFirst = favourable with { Number = Slot.First };
            // What is said of one number is said of either.
            return Differs(favourable, ofFirst) && (Differs(input, favourable) || Differs(input with { Number = Slot.First }, ofFirst));
        }

        bool Differs(Input input, Input standIn) => input.Name == standIn.Name
            || tables.Zip(columns).Any(sampled => sampled.Second.TryGetValue(input.Name, out var column) && sampled.Second.TryGetValue(standIn.Name, out var other) && IsTold(sampled.First, column, other));
    }

    /// <summary>With one code a number, and every bound there.</summary>
    private static EnrolmentLimits WithOneCode(EnrolmentLimits sample) => sample with
    {
        Code = sample.Code with { WrongTries = 1 },
        Sending = sample.Sending with { PerNumber = 1, PerAccount = 1 },
        Lock = sample.Lock with { EveryFailures = 1, FinalFailures = 1 },
    };

    /// <summary>Whether some shape to which both are put answers them differently.</summary>
    private static bool IsTold(DecisionTable table, ColumnId left, ColumnId right)
    {
        foreach (var shape in table.ShapeIds)
        {
            ref readonly var one = ref table[shape, left];
            ref readonly var other = ref table[shape, right];
            if (one != Cell.Empty && other != Cell.Empty && one.ToAnswer() != other.ToAnswer())
                return true;
        }

        return false;
    }

    /// <summary>
    /// With what the user has to have. A command depends on an adverse fact if the column with it is kept; given in its favour, it then needs
    /// the opposite of the fact.
    /// </summary>
    private static Input WithNeeds(Input input, Input[] kept, IReadOnlySet<string> distinguishing)
    {
        if (input.Passing is not null)
            return input;
        var isNumberTold = distinguishing.Contains((input with { Adverse = null, Number = Slot.Second }).Name);
        return input with
        {
            Number = isNumberTold ? input.Number : null,
            NeedsDevice = NeedsDevice(),
            NeedsMessage = input.Adverse is null && DependsOn(AdverseFactKind.Code),
        };

        bool? NeedsDevice()
        {
            if (input.Adverse is { Kind: AdverseFactKind.Device })
                return false;
            return input.Adverse is null && DependsOn(AdverseFactKind.Device) ? true : null;
        }

        bool DependsOn(AdverseFactKind kind) =>
            kept.Any(other => other.Family == input.Family && other.Number == input.Number && other.Adverse?.Kind == kind);
    }
}

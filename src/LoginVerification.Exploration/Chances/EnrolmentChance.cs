namespace LoginVerification.Exploration;

/// <summary>
/// What becomes of the users who begin at one surface's home with one kind of number. The three shares sum up to 1. Immutable and thread-safe.
/// </summary>
public sealed record EnrolmentChance
{
    /// <summary>The surface at whose home they begin.</summary>
    public required Surface From { get; init; }

    /// <summary>Their numbers in words: a class, or a country with its carrier where a rule tells carriers apart.</summary>
    public required string Numbers { get; init; }

    /// <summary>What their accounts are: what was asked for, and what all accounts of the class have; none where the policy declares no attributes.</summary>
    public required ValueList<AttributeValue> Account { get; init; }

    /// <summary>The share who end at <c>VerificationEnabled</c>.</summary>
    public required double Enrolled { get; init; }

    /// <summary>The share who give up.</summary>
    public double GaveUp => Leavings.Where(leaving => leaving.Reason is not LeavingReason.Stuck).Sum(leaving => leaving.Share);

    /// <summary>The share who come to where nothing that they would do leads on.</summary>
    public double Stuck => Leavings.Where(leaving => leaving.Reason is LeavingReason.Stuck).Sum(leaving => leaving.Share);

    /// <summary>The mean number of steps of all who begin, however they end.</summary>
    public required double Steps { get; init; }

    /// <summary>The mean number of SMS that are sent to each who begins.</summary>
    public required double Sms { get; init; }

    /// <summary>What those SMS cost.</summary>
    public required double Cost { get; init; }

    /// <summary>What an enrolled user costs, those who are lost included; null where nobody ends enrolled.</summary>
    public double? CostPerEnrolled => Enrolled > 0 ? Cost / Enrolled : null;

    /// <summary>Where the others are lost, the largest share first.</summary>
    public required IReadOnlyList<Leaving> Leavings { get; init; }

    /// <summary>How many states the chain has.</summary>
    public required int States { get; init; }

    /// <summary>By how much the solution misses the equations of the chain at most, relative to what it says.</summary>
    public required double Residual { get; init; }
}

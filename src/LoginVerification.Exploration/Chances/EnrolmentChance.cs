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

    /// <summary>Whether they begin with a device that is registered for the app channel; null where that makes no difference.</summary>
    public required bool? HasDevice { get; init; }

    /// <summary>The probability that an SMS to them never arrives: 0 where the policy's <c>smsDelivery</c> leaves them out, whatever the behaviour says.</summary>
    public required double SmsLoss { get; init; }

    /// <summary>The same as the behaviour states it.</summary>
    public required double StatedSmsLoss { get; init; }

    /// <summary>The share who end at <c>VerificationEnabled</c>: 0 to 1.</summary>
    public required double Enrolled { get; init; }

    /// <summary>The share who give up: 0 to 1.</summary>
    public double GaveUp => Leavings.Where(leaving => leaving.Reason is not LeavingReason.Stuck).Sum(leaving => leaving.Share);

    /// <summary>The share who come to where nothing that they would do leads on: 0 to 1.</summary>
    public double Stuck => Leavings.Where(leaving => leaving.Reason is LeavingReason.Stuck).Sum(leaving => leaving.Share);

    /// <summary>The mean number of steps of all who begin, however they end: 0 or more.</summary>
    public required double Steps { get; init; }

    /// <summary>The mean number of SMS that are sent to each who begins: 0 to the <see cref="EnrolmentBehaviour.MostSms"/> of the behaviour.</summary>
    public required double Sms { get; init; }

    /// <summary>What those SMS cost, in the currency of the behaviour's price.</summary>
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

namespace LoginVerification.Exploration;

/// <summary>What an input does to an enrolment: what was before, what the decider says, what is after. The same where nothing happens.</summary>
/// <param name="Before">The enrolment that is asked about.</param>
/// <param name="Input">What is put to it.</param>
/// <param name="Decision">The answer.</param>
/// <param name="After">The enrolment after it.</param>
/// <param name="Limits">The limits that hold.</param>
internal readonly record struct Transition(Enrolment Before, Input Input, Decision Decision, Enrolment After, EnrolmentLimits Limits)
{
    /// <summary>Asks the production decider, with every gate open: what screens and rules close is looked at with the real ones, afterwards.</summary>
    public static Transition Ask(Enrolment enrolment, Input input, EnrolmentLimits limits)
    {
        var before = input.Actor is Actor.Time ? Lapsing(enrolment) : enrolment;
        var decision = Decider.Decide(new Situation(before, input.Facts!, limits.ForDeciders(), Gate.Open), input.Command!);
        var after = before;
        foreach (var happened in decision.Events)
            after = Evolution.Apply(after, happened);
        return new Transition(before, input, decision, after, limits);
    }

    public bool Happens => Decision.Events.Count > 0;

    /// <summary>The same enrolment when the time of its pending number is over, which its code never outlives.</summary>
    private static Enrolment Lapsing(Enrolment enrolment) =>
        enrolment.Pending is { } pending && !pending.Challenge.IsAlive(ShapeSpace.Now)
            ? enrolment with { Pending = pending with { LapsesAt = ShapeSpace.Now } }
            : enrolment;
}

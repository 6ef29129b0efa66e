namespace LoginVerification.Exploration;

/// <summary>One cell as it is asked: what was before, what the decider says, what is after.</summary>
/// <param name="Before">The enrolment that is asked about.</param>
/// <param name="Input">What is put to it.</param>
/// <param name="Decision">The answer, or null where time passes.</param>
/// <param name="After">The enrolment after it, the same where nothing happens.</param>
/// <param name="Rules">The limits that hold.</param>
internal readonly record struct Transition(Enrolment Before, Input Input, Decision? Decision, Enrolment After, PolicyDocument Rules)
{
    /// <summary>Asks the production decider. Time that lapses a pending number has passed until then.</summary>
    public static Transition Ask(Enrolment enrolment, Input input, EnrolmentPolicy laboratory)
    {
        var before = input.Actor is Actor.Time ? Later(enrolment) : enrolment;
        var decision = Decider.Decide(new Situation(before, input.Facts!, laboratory), input.Command!);
        var after = before;
        foreach (var happened in decision.Events)
            after = Evolution.Apply(after, happened);
        return new Transition(before, input, decision, after, laboratory.Document);
    }

    public bool Happens => Decision is { Events.Count: > 0 };

    /// <summary>A pending number lapses when its time is over, and its code is over before.</summary>
    private static Enrolment Later(Enrolment enrolment) =>
        enrolment.Pending is { } pending && !pending.Challenge.IsAlive(ShapeSpace.Now)
            ? enrolment with { Pending = pending with { LapsesAt = ShapeSpace.Now } }
            : enrolment;
}

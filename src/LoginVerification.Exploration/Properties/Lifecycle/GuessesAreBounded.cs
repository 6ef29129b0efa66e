namespace LoginVerification.Exploration;

internal sealed class GuessesAreBounded() : LifecycleProperty(
    nameof(GuessesAreBounded), $"whoever guesses codes without end hits one by a chance of at most {Guessing.MostOdds}", "a wrong code is taken")
{
    public override Observations On(in Transition transition) =>
        Seen(trigger: transition.Decision.Events.Any(happened => happened is CodeMismatched), violated: false);

    /// <summary>The chance is the policy's own, and not that of a scale.</summary>
    internal override PropertyVerdict Check(Evidence evidence)
    {
        var guessing = Guessing.Under(evidence.OwnLimits);
        if (guessing.IsBounded || !evidence.SeenBy(this).HasFlag(Observations.Trigger))
            return base.Check(evidence);
        var trace = evidence.CounterexampleOf(this, Observations.Trigger);
        var last = trace[^1];
        return Violated(guessing.ToString(), [new Violation { Class = last.Class, Surface = last.Surface, Screen = last.Screen, State = last.State }], trace) with { Odds = guessing.Odds };
    }
}

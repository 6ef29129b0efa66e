namespace LoginVerification.Exploration;

/// <summary>What a proposition is asked about: a state, or a step with the states before and after it.</summary>
internal readonly struct Moment
{
    private readonly StepView step;

    public Moment(StateView state) => Before = state;

    public Moment(StepView step)
    {
        this.step = step;
        Before = step.From;
        After = step.To;
    }

    /// <summary>The state, or the one where the step begins.</summary>
    public StateView Before { get; }

    public StateView After { get; }

    public StepView Step => step;
}

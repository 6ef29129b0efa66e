namespace LoginVerification.Exploration;

/// <summary>What a written property says, without its name. Immutable and thread-safe. As a text it is written so that it is read as the same again.</summary>
internal abstract record Formula
{
    public abstract PolicyProperty Named(string name);

    public sealed override string ToString() => Written();

    protected abstract string Written();

    internal sealed record Always(Proposition Holds) : Formula
    {
        public override PolicyProperty Named(string name) => new CustomStateProperty(name, Written(), InState(Holds), Holds is Proposition.Implies { Left: var left } ? InState(left) : null);

        protected override string Written() => $"{PropertyWords.Always} ({Holds})";
    }

    internal sealed record OnEveryStep(Proposition Holds) : Formula
    {
        public override PolicyProperty Named(string name) => new CustomStepProperty(name, Written(), OnStep(Holds), Holds is Proposition.Implies { Left: var left } ? OnStep(left) : null);

        protected override string Written() => $"{PropertyWords.OnEveryStep} ({Holds})";

        private static Func<StepView, bool> OnStep(Proposition proposition) => step => proposition.Holds(new Moment(step));
    }

    internal sealed record Reachable(Proposition Goal) : Formula
    {
        public override PolicyProperty Named(string name) => new CustomGoalProperty(name, Written(), InState(Goal));

        protected override string Written() => $"{PropertyWords.Reachable} ({Goal})";
    }

    internal sealed record AlwaysReachable(Proposition Goal, Reliance Reliance) : Formula
    {
        /// <summary>What is counted on if nothing is stated.</summary>
        public const Reliance Usual = Reliance.HiddenLinks | Reliance.Staff;

        public override PolicyProperty Named(string name) => new CustomTrapProperty(name, Written(), InState(Goal), Reliance);

        protected override string Written() => $"{PropertyWords.AlwaysReachable} ({Goal}){Of(Reliance, Usual)}";
    }

    internal sealed record LeadsTo(Proposition From, Proposition To, Reliance Reliance) : Formula
    {
        /// <summary>What is counted on if nothing is stated.</summary>
        public const Reliance Usual = Reliance.HiddenLinks;

        public override PolicyProperty Named(string name) => new CustomResponseProperty(name, Written(), InState(From), InState(To), Reliance);

        protected override string Written() => $"({From}) {PropertyWords.LeadsTo} ({To}){Of(Reliance, Usual)}";
    }

    private static Func<StateView, bool> InState(Proposition proposition) => state => proposition.Holds(new Moment(state));

    /// <summary>What is counted on otherwise than usual.</summary>
    private static string Of(Reliance reliance, Reliance usual)
    {
        var links = reliance.HasFlag(Reliance.HiddenLinks) ? "" : $" {PropertyWords.OverVisibleLinks}";
        var staff = reliance.HasFlag(Reliance.Staff);
        return staff == usual.HasFlag(Reliance.Staff) ? links : $"{links} {(staff ? PropertyWords.WithStaff : PropertyWords.WithoutStaff)}";
    }
}

namespace LoginVerification.Exploration;

/// <summary>What is so or not so at a moment. Immutable and thread-safe. As a text it is written so that it is read as the same again.</summary>
internal abstract record Proposition
{
    /// <summary>How tightly it binds: what binds less than its place calls for stands in parentheses.</summary>
    protected abstract int Binding { get; }

    public abstract bool Holds(in Moment moment);

    public sealed override string ToString() => Written();

    protected abstract string Written();

    protected string In(int binding) => Binding < binding ? $"({Written()})" : Written();

    internal sealed record Always : Proposition
    {
        protected override int Binding => 4;

        public override bool Holds(in Moment moment) => true;

        protected override string Written() => PropertyWords.True;
    }

    /// <summary>A flag, by its name alone.</summary>
    internal sealed record Flag(Term Term) : Proposition
    {
        protected override int Binding => 4;

        public override bool Holds(in Moment moment) => Term.Has(moment, "");

        protected override string Written() => Term.Name;
    }

    internal sealed record Equal(Term Term, string Value) : Proposition
    {
        protected override int Binding => 4;

        public override bool Holds(in Moment moment) => Term.Has(moment, Value);

        protected override string Written() => $"{Term.Name} = {Quoted(Value)}";
    }

    internal sealed record Unequal(Term Term, string Value) : Proposition
    {
        protected override int Binding => 4;

        public override bool Holds(in Moment moment) => !Term.Has(moment, Value);

        protected override string Written() => $"{Term.Name} != {Quoted(Value)}";
    }

    internal sealed record OneOf(Term Term, IReadOnlyList<string> Values) : Proposition
    {
        protected override int Binding => 4;

        public override bool Holds(in Moment moment)
        {
            foreach (var value in Values)
            {
                if (Term.Has(moment, value))
                    return true;
            }

            return false;
        }

        protected override string Written() => $"{Term.Name} {PropertyWords.In} {{{string.Join(", ", Values.Select(Quoted))}}}";
    }

    internal sealed record Not(Proposition Operand) : Proposition
    {
        protected override int Binding => 3;

        public override bool Holds(in Moment moment) => !Operand.Holds(moment);

        protected override string Written() => $"{PropertyWords.Not} {Operand.In(3)}";
    }

    internal sealed record And(Proposition Left, Proposition Right) : Proposition
    {
        protected override int Binding => 2;

        public override bool Holds(in Moment moment) => Left.Holds(moment) && Right.Holds(moment);

        protected override string Written() => $"{Left.In(2)} {PropertyWords.And} {Right.In(3)}";
    }

    internal sealed record Or(Proposition Left, Proposition Right) : Proposition
    {
        protected override int Binding => 1;

        public override bool Holds(in Moment moment) => Left.Holds(moment) || Right.Holds(moment);

        protected override string Written() => $"{Left.In(1)} {PropertyWords.Or} {Right.In(2)}";
    }

    internal sealed record Implies(Proposition Left, Proposition Right) : Proposition
    {
        protected override int Binding => 0;

        public override bool Holds(in Moment moment) => !Left.Holds(moment) || Right.Holds(moment);

        protected override string Written() => $"{Left.In(1)} {PropertyWords.Implies} {Right.In(0)}";
    }

    private static string Quoted(string value) => Scanner.IsPlain(value) ? value : $"\"{value}\"";
}

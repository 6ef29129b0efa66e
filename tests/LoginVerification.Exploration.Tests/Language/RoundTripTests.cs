namespace LoginVerification.Exploration.Tests.Language;

/// <summary>A property that was read is written so that it is read as the same again.</summary>
public class RoundTripTests
{
    private static readonly Vocabulary Vocabulary = new(ShippedPolicies.Twitter2014);

    [Theory]
    [InlineData("always (((device)))", "always (device)")]
    [InlineData("always (device and verified or pending and not locked)", "always (device and verified or pending and not locked)")]
    [InlineData("always (device and (verified or pending) and not (locked or served))", "always (device and (verified or pending) and not (locked or served))")]
    [InlineData("always ((device and verified) and pending)", "always (device and verified and pending)")]
    [InlineData("always (device and (verified and pending))", "always (device and (verified and pending))")]
    [InlineData("always (device implies (verified implies pending))", "always (device implies verified implies pending)")]
    [InlineData("always ((device implies verified) implies pending)", "always ((device implies verified) implies pending)")]
    [InlineData("always (not not device)", "always (not not device)")]
    [InlineData("always (state in {NoPhone,PhonePending})", "always (state in {NoPhone, PhonePending})")]
    [InlineData("always (class != \"US and 243 more\" or class = \"IL\")", "always (class != \"US and 243 more\" or class = IL)")]
    [InlineData("onEveryStep (before.state != after.state or true)", null)]
    [InlineData("onEveryStep (event = CodeMatched implies action = ConfirmCode and after.verified)", "onEveryStep (event = CodeMatched implies action = ConfirmCode and after.verified)")]
    [InlineData("alwaysReachable (device) withStaff", "alwaysReachable (device)")]
    [InlineData("alwaysReachable (device) overVisibleLinks withoutStaff", "alwaysReachable (device) overVisibleLinks withoutStaff")]
    [InlineData("(true) leadsTo (device) withoutStaff", "(true) leadsTo (device)")]
    [InlineData("(true) leadsTo (device) overVisibleLinks withStaff", "(true) leadsTo (device) overVisibleLinks withStaff")]
    public void It_is_written_with_no_more_parentheses_than_it_needs(string text, string? written)
    {
        if (written is null)
            Assert.Throws<PropertySyntaxException>(() => PropertyLanguage.Parse($"P: {text}", ShippedPolicies.Twitter2014));
        else
            Assert.Equal(written, PropertyLanguage.Parse($"P: {text}", ShippedPolicies.Twitter2014).Meaning);
    }

    [Fact]
    public void What_is_written_is_read_as_what_it_was()
    {
        var chance = new Random(1404);
        for (var tries = 0; tries < 5_000; tries++)
        {
            var formula = FormulaBy(chance);

            var read = PropertyParser.Parse($"P: {formula}", Vocabulary, firstLine: 1).Formula;

            Assert.Equal(Shown(formula), Shown(read));
        }
    }

    private static Formula FormulaBy(Random chance) => chance.Next(5) switch
    {
        0 => new Formula.Always(By(chance, Vocabulary.OfStates, 4)),
        1 => new Formula.OnEveryStep(By(chance, Vocabulary.OfSteps, 4)),
        2 => new Formula.Reachable(By(chance, Vocabulary.OfStates, 4)),
        3 => new Formula.AlwaysReachable(By(chance, Vocabulary.OfStates, 4), (Reliance)chance.Next(4)),
        _ => new Formula.LeadsTo(By(chance, Vocabulary.OfStates, 3), By(chance, Vocabulary.OfStates, 3), (Reliance)chance.Next(4)),
    };

    private static Proposition By(Random chance, IReadOnlyList<Term> terms, int depth)
    {
        var term = terms[chance.Next(terms.Count)];
        return chance.Next(depth == 0 ? 2 : 6) switch
        {
            0 => new Proposition.Always(),
            1 when term.Values is null => new Proposition.Flag(term),
            1 => (Proposition)(chance.Next(3) switch
            {
                0 => new Proposition.Equal(term, ValueOf(term)),
                1 => new Proposition.Unequal(term, ValueOf(term)),
                _ => new Proposition.OneOf(term, [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => ValueOf(term))]),
            }),
            2 => new Proposition.Not(By(chance, terms, depth - 1)),
            3 => new Proposition.And(By(chance, terms, depth - 1), By(chance, terms, depth - 1)),
            4 => new Proposition.Or(By(chance, terms, depth - 1), By(chance, terms, depth - 1)),
            _ => new Proposition.Implies(By(chance, terms, depth - 1), By(chance, terms, depth - 1)),
        };

        string ValueOf(Term of) => of.Values![chance.Next(of.Values.Count)];
    }

    /// <summary>The tree itself, whatever parentheses it is written with.</summary>
    private static string Shown(object part) => part switch
    {
        Formula.AlwaysReachable reached => $"alwaysReachable {Shown(reached.Goal)} {reached.Reliance}",
        Formula.LeadsTo leads => $"leadsTo {Shown(leads.From)} {Shown(leads.To)} {leads.Reliance}",
        Formula.Always always => $"always {Shown(always.Holds)}",
        Formula.OnEveryStep step => $"onEveryStep {Shown(step.Holds)}",
        Formula.Reachable reached => $"reachable {Shown(reached.Goal)}",
        Proposition.Not not => $"[not {Shown(not.Operand)}]",
        Proposition.And and => $"[and {Shown(and.Left)} {Shown(and.Right)}]",
        Proposition.Or or => $"[or {Shown(or.Left)} {Shown(or.Right)}]",
        Proposition.Implies implies => $"[implies {Shown(implies.Left)} {Shown(implies.Right)}]",
        Proposition.Equal equal => $"[= {equal.Term.Name} {equal.Value}]",
        Proposition.Unequal unequal => $"[!= {unequal.Term.Name} {unequal.Value}]",
        Proposition.OneOf one => $"[in {one.Term.Name} {string.Join('|', one.Values)}]",
        Proposition.Flag flag => $"[{flag.Term.Name}]",
        _ => "[true]",
    };
}

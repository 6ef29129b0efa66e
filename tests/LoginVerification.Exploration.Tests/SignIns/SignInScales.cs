namespace LoginVerification.Exploration.Tests.SignIns;

/// <summary>The bounds and modes that the sign-ins are compared under.</summary>
internal static class SignInScales
{
    public static TheoryData<string> Names => ["default", "larger", "new code on resend", "twitter-2014"];

    /// <summary>The limits for the deciders, and the same for the rules on paper.</summary>
    public static (EnrolmentLimits Limits, NaiveSignInRules Rules) Of(string name) => name switch
    {
        "default" => Scaled(new NaiveSignInRules()),
        "larger" => Scaled(new NaiveSignInRules { MostSends = 3, CodeTries = 2, NumberTries = 3, EveryFailures = 2, FinalFailures = 4 }),
        "new code on resend" => Scaled(new NaiveSignInRules { MostSends = 3, CodeTries = 2, NumberTries = 2, EveryFailures = 2, FinalFailures = 3, ResendMakesNewCode = true }),
        "twitter-2014" => Scaled(new NaiveSignInRules { CodeTries = 2, NumberTries = 2, FinalFailures = 3, ResendMakesNewCode = true, StopRemovesPhone = true, DoubtDisables = true }, ShippedPolicies.Twitter2014.Limits),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such scale."),
    };

    public static SignInGraph GraphOf(EnrolmentLimits limits, Func<Situation, EnrolmentCommand, Decision>? decide = null, CancellationToken cancellationToken = default) =>
        SignInGraph.Of(limits, Enum.GetValues<VerificationChannel>().ToHashSet(), decide, cancellationToken);

    private static (EnrolmentLimits Limits, NaiveSignInRules Rules) Scaled(NaiveSignInRules rules, EnrolmentLimits? of = null)
    {
        var scale = new ExplorationScale
        {
            SignInSends = rules.MostSends,
            WrongTries = rules.CodeTries,
            NumberTries = rules.NumberTries,
            EveryFailures = rules.EveryFailures,
            FinalFailures = rules.FinalFailures,
        };
        var limits = scale.Applied(of ?? ShippedPolicies.Consistent.Limits);
        Assert.Equal((rules.StopRemovesPhone, rules.DoubtDisables), (limits.OnStop is StopMode.RemovePhone, limits.OnPhoneInvalidated is InvalidationMode.DisableSilently));
        return (limits with { Code = limits.Code with { OnResend = rules.ResendMakesNewCode ? ResendMode.New : ResendMode.Same } }, rules);
    }
}

namespace LoginVerification.Exploration;

/// <summary>Applies a scale to a policy.</summary>
internal static class Scaling
{
    /// <summary>The limits under the smaller one of their own bounds and the scale's. What nothing bounds stays so.</summary>
    public static EnrolmentLimits Applied(this ExplorationScale scale, EnrolmentLimits limits) => limits with
    {
        Code = limits.Code with { WrongTries = Smaller(limits.Code.WrongTries, scale.WrongTries) },
        Lock = limits.Lock with
        {
            EveryFailures = Smaller(limits.Lock.EveryFailures, scale.EveryFailures),
            FinalFailures = Smaller(limits.Lock.FinalFailures, scale.FinalFailures),
        },
        Sending = limits.Sending with
        {
            PerNumber = Smaller(limits.Sending.PerNumber, scale.SendsPerNumber),
            PerAccount = Smaller(limits.Sending.PerAccount, scale.SendsPerAccount),
        },
        SignIn = limits.SignIn with
        {
            Codes = Smaller(limits.SignIn.Codes, scale.SignInSends),
            Pushes = Smaller(limits.SignIn.Pushes, scale.SignInSends),
            NumberTries = Smaller(limits.SignIn.NumberTries, scale.NumberTries),
        },
    };

    /// <summary>The policy under the smaller one of its own bounds and the scale's.</summary>
    public static EnrolmentPolicy Applied(this ExplorationScale scale, EnrolmentPolicy policy)
    {
        var limits = scale.Applied(policy.Limits).ForDeciders();
        return EnrolmentPolicy.Create(policy.Document with { Code = limits.Code, Lock = limits.Lock, Sending = limits.Sending, SignIn = limits.SignIn });
    }

    /// <summary>The scale that a policy is explored at: with its own bounds where they are smaller, and one number where none can be replaced.</summary>
    public static ExplorationScale For(this ExplorationScale scale, EnrolmentPolicy policy) =>
        ExplorationScale.Own(scale.Applied(policy.Limits)) with { Numbers = OffersReplacement(policy.Screens) ? scale.Numbers : 1 };

    private static int Smaller(int own, int bound) => own == PolicyLimits.Unlimited ? own : Math.Min(own, bound);

    /// <summary>Whether a number can be submitted somewhere while one is verified.</summary>
    private static bool OffersReplacement(ScreenMap screens)
    {
        var verified = new Enrolment(AccountId.Parse("explored")) { Phone = new VerifiedPhone(SampleNumbers.All[0], ShapeSpace.Now) };
        Enrolment[] accounts = [verified, .. Enum.GetValues<VerificationChannel>().Select(channel => verified with { ActiveChannel = channel })];
        return screens.Screens.Select(screen => screen.WhenOffered(EnrolmentAction.SubmitPhone)).Any(when => accounts.Any(account => when.MayHold(account, device: false) || when.MayHold(account, device: true)));
    }
}

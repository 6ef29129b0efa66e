namespace LoginVerification.Exploration;

/// <summary>Applies a scale to a policy.</summary>
internal static class Scaling
{
    /// <summary>The document under the smaller one of its own bounds and the scale's.</summary>
    public static PolicyDocument Applied(this ExplorationScale scale, PolicyDocument document) => document with
    {
        Code = document.Code with { WrongTries = Math.Min(document.Code.WrongTries, scale.WrongTries) },
        Lock = document.Lock with
        {
            EveryFailures = Math.Min(document.Lock.EveryFailures, scale.EveryFailures),
            FinalFailures = Math.Min(document.Lock.FinalFailures, scale.FinalFailures),
        },
        Sending = document.Sending with
        {
            PerNumber = Math.Min(document.Sending.PerNumber, scale.SendsPerNumber),
            PerAccount = Math.Min(document.Sending.PerAccount, scale.SendsPerAccount),
        },
    };

    /// <summary>The scale that a policy is explored at: with its own bounds where they are smaller, and one number where none can be replaced.</summary>
    public static ExplorationScale For(this ExplorationScale scale, PolicyDocument document) =>
        ExplorationScale.Own(scale.Applied(document)) with { Numbers = OffersReplacement(document) ? scale.Numbers : 1 };

    /// <summary>Whether a number can be submitted somewhere while one is verified.</summary>
    private static bool OffersReplacement(PolicyDocument document)
    {
        var verified = new Enrolment(AccountId.Parse("explored")) { Phone = new VerifiedPhone(Laboratory.Numbers[0], ShapeSpace.Now) };
        return document.Surfaces.SelectMany(surface => surface.Screens).SelectMany(screen => screen.Actions)
            .Where(offer => offer.Action is EnrolmentAction.SubmitPhone)
            .Any(offer => CaseSet.Of(offer.When).MayHold(verified) || CaseSet.Of(offer.When).MayHold(verified with { ActiveChannel = VerificationChannel.Sms }));
    }
}

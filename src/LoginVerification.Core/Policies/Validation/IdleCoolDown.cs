namespace LoginVerification.Policies;

/// <summary>Finds a cool-down that hardly anything begins, because no user can remove a phone.</summary>
internal static class IdleCoolDown
{
    public static IEnumerable<PolicyFailure> Warnings(PolicyDocument policy)
    {
        var isOffered = policy.Surfaces.Any(surface => surface.Screens.Any(screen => screen.Actions.Any(offer => offer.Action is EnrolmentAction.RemovePhone)));
        if (policy.CoolDownAfterRemoval > NodaTime.Duration.Zero && !isOffered && policy.OnStop is not StopMode.RemovePhone)
            yield return new PolicyFailure("$.coolDownAfterRemoval", "No screen offers RemovePhone, so that a phone is removed by staff alone, and no user ever has to wait for what they did. Offer RemovePhone, or take the cool-down out.");
    }
}

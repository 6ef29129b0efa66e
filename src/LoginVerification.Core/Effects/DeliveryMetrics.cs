namespace LoginVerification.Engine;

/// <summary>What came of messages, by the names of <see cref="Instruments"/>.</summary>
internal static class DeliveryMetrics
{
    public const string Failed = "failed";
    public const string GivenUp = "given_up";

    /// <summary>One attempt that ended.</summary>
    /// <param name="effect">What the message sends.</param>
    /// <param name="outcome"><c>sent</c>, <c>failed</c> (it is tried again), <c>rejected</c>, <c>opted_out</c>, <c>no_address</c>, <c>moot</c> or <c>given_up</c>.</param>
    public static void Count(OutboxEffect effect, string outcome) =>
        Instruments.DeliveryAttempts.Add(1, Tags.Of(Tags.Effect, NameOf(effect)), Tags.Of(Tags.Outcome, outcome));

    public static string NameOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Sent or DeliveryOutcome.Woken { IsReached: true } => "sent",
        DeliveryOutcome.Moot => "moot",
        DeliveryOutcome.Failed { Reason: DeliveryFailure.GivenUp } => GivenUp,
        DeliveryOutcome.Failed or DeliveryOutcome.Woken => "rejected",
        DeliveryOutcome.OptedOut => "opted_out",
        DeliveryOutcome.NoAddress => "no_address",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string NameOf(OutboxEffect effect) => effect switch
    {
        OutboxEffect.SendCode => "code",
        OutboxEffect.NotifyOwner => "notice",
        OutboxEffect.NotifySecondAddress => "second_notice",
        OutboxEffect.NotifyPreviousNumber => "previous_number_notice",
        OutboxEffect.WakeDevices => "push",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

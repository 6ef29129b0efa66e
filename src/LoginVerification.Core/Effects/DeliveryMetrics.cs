using System.Diagnostics.Metrics;

namespace LoginVerification.Engine;

/// <summary>What came of messages, for whoever collects the meter <c>LoginVerification</c>. It knows neither accounts nor numbers.</summary>
internal static class DeliveryMetrics
{
    private static readonly Meter Meter = new("LoginVerification");

    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "login_verification.delivery.attempts", "{attempt}", "Attempts to hand a message over, by what it sends and what came of it.");

    /// <summary>One attempt that ended.</summary>
    /// <param name="effect">What the message sends.</param>
    /// <param name="outcome"><c>sent</c>, <c>failed</c> (it is tried again), <c>rejected</c>, <c>opted_out</c>, <c>no_address</c>, <c>moot</c> or <c>given_up</c>.</param>
    public static void Count(OutboxEffect effect, string outcome) =>
        Attempts.Add(1, new KeyValuePair<string, object?>("effect", NameOf(effect)), new KeyValuePair<string, object?>("outcome", outcome));

    public static string NameOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Sent or DeliveryOutcome.Woken { IsReached: true } => "sent",
        DeliveryOutcome.Moot => "moot",
        DeliveryOutcome.Failed { Reason: DeliveryFailure.GivenUp } => "given_up",
        DeliveryOutcome.Failed or DeliveryOutcome.Woken => "rejected",
        DeliveryOutcome.OptedOut => "opted_out",
        DeliveryOutcome.NoAddress => "no_address",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string NameOf(OutboxEffect effect) => effect switch
    {
        OutboxEffect.SendCode => "code",
        OutboxEffect.NotifyOwner => "notice",
        OutboxEffect.NotifySecondAddress => "second_notice",
        OutboxEffect.NotifyPreviousNumber => "previous_number_notice",
        OutboxEffect.WakeDevices => "push",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

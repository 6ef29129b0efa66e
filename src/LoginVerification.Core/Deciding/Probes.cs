using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>
/// Commands that ask what would be decided. What they carry is beside the point: the facts say what the number is
/// and what the code matches.
/// </summary>
internal static class Probes
{
    /// <summary>One command an action, two where it takes a channel.</summary>
    public static IReadOnlyList<UserCommand> For(EnrolmentAction action, int digits) => action switch
    {
        EnrolmentAction.SubmitPhone => [new SubmitPhone("")],
        EnrolmentAction.ResendCode => [new ResendCode()],
        EnrolmentAction.ConfirmCode => [new ConfirmCode(new string('0', digits))],
        EnrolmentAction.CancelPending => [new CancelPending()],
        EnrolmentAction.EnableVerification => [new EnableVerification(VerificationChannel.Sms), new EnableVerification(VerificationChannel.AppPush)],
        EnrolmentAction.ChangeChannel => [new ChangeChannel(VerificationChannel.Sms), new ChangeChannel(VerificationChannel.AppPush)],
        EnrolmentAction.DisableVerification => [new DisableVerification()],
        EnrolmentAction.RemovePhone => [new RemovePhone()],
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What else happens to an enrolment, and who does it. ImportVerifiedPhone is not among it: a host moves its numbers in before anybody
    /// meets a screen. A test holds the list against all commands.
    /// </summary>
    public static IReadOnlyList<(EnrolmentCommand Command, Initiator By)> OfTheWorld { get; } =
    [
        (new LapsePending(), Initiator.Time),
        (new InvalidatePhone("", InvalidationReason.Recycled), Initiator.Carrier),
        (new OptOutOfDelivery(""), Initiator.Carrier),
        (new RestoreDelivery(""), Initiator.Operator),
        (new Unlock(), Initiator.Operator),
        (new CancelPending(), Initiator.Operator),
        (new DisableVerification(), Initiator.Operator),
        (new RemovePhone(), Initiator.Operator),
    ];
}

using Stateless;
using static LoginVerification.SignInState;
using On = LoginVerification.Engine.LifecycleTrigger;

namespace LoginVerification.Engine;

/// <summary>
/// A sign-in, as a table to be read: one at a time, and each may follow the one before. What ends the number, the channel or the protection that it was over
/// ends it, too. Events that are not here leave it as it is. Run frozen, as the lifecycle is (<see cref="Lifecycle"/>); the diagram in the docs is drawn from it.
/// </summary>
internal static class SignInMachine
{
    public static StateMachine<SignInState, LifecycleTrigger> Over(Func<SignInState> read, Action<SignInState> write)
    {
        var machine = new StateMachine<SignInState, LifecycleTrigger>(read, write);

        machine.Configure(None)
            .Permit(On.SignInBegun, Issued)
            .PermitReentry(On.BackupCodeUsed)
            .PermitReentry(On.ChannelChanged)
            .PermitReentry(On.VerificationDisabled)
            .PermitReentry(On.ProtectionDropped)
            .PermitReentry(On.PhoneReplaced)
            .PermitReentry(On.PhoneInvalidated);

        machine.Configure(Issued)
            .Permit(On.SignInApproved, Approved)
            .Permit(On.SignInDenied, Denied)
            .Permit(On.SignInExpired, Expired)
            .Permit(On.SignInExhausted, Exhausted)
            .Permit(On.BackupCodeUsed, None)
            .Permit(On.ChannelChanged, None)
            .Permit(On.VerificationDisabled, None)
            .Permit(On.ProtectionDropped, None)
            .Permit(On.PhoneReplaced, None)
            .Permit(On.PhoneInvalidated, None)
            .PermitReentry(On.SignInBegun)
            .PermitReentry(On.SignInResent)
            .PermitReentry(On.SignInMismatched)
            .PermitReentry(On.SignInConfirmed);

        foreach (var ended in new[] { Approved, Denied, Expired, Exhausted })
        {
            machine.Configure(ended)
                .Permit(On.SignInBegun, Issued)
                .Permit(On.BackupCodeUsed, None)
                .Permit(On.ChannelChanged, None)
                .Permit(On.VerificationDisabled, None)
                .Permit(On.ProtectionDropped, None)
                .Permit(On.PhoneReplaced, None)
                .Permit(On.PhoneInvalidated, None);
        }

        return machine;
    }
}

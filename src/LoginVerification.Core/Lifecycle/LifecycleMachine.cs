using Stateless;
using static LoginVerification.EnrolmentState;
using On = LoginVerification.Engine.LifecycleTrigger;

namespace LoginVerification.Engine;

/// <summary>
/// The lifecycle, as a table to be read: from each state, what may happen and where it leads. Loops that only keep books come last.
/// The service runs it frozen (<see cref="Lifecycle"/>); the diagram in the docs is drawn from it.
/// </summary>
internal static class LifecycleMachine
{
    public static StateMachine<EnrolmentState, LifecycleTrigger> Over(Func<EnrolmentState> read, Action<EnrolmentState> write)
    {
        var machine = new StateMachine<EnrolmentState, LifecycleTrigger>(read, write);

        machine.Configure(NoPhone)
            .Permit(On.PhoneSubmitted, PhonePending)
            .Permit(On.PhoneImported, PhoneVerified)
            .PermitReentry(On.DeliveryOptedOut)
            .PermitReentry(On.DeliveryRestored)
            .PermitReentry(On.Unlocked)
            .PermitReentry(On.DeviceRenamed)
            .PermitReentry(On.DeviceAddressChanged)
            .PermitReentry(On.DeviceRemoved)
            .PermitReentry(On.NoticeUndeliverable)
            .PermitReentry(On.NoticesAcknowledged)
            .PermitReentry(On.ClockSetBack)
            .PermitReentry(On.RequestHandled);

        machine.Configure(PhonePending)
            .Permit(On.CodeMatched, PhoneVerified)
            .Permit(On.PendingCancelled, NoPhone)
            .Permit(On.PendingLapsed, NoPhone)
            .PermitReentry(On.PhoneSubmitted)
            .PermitReentry(On.CodeResent)
            .PermitReentry(On.CodeReissued)
            .PermitReentry(On.CodeMismatched)
            .PermitReentry(On.DeliveryOptedOut)
            .PermitReentry(On.DeliveryRestored)
            .PermitReentry(On.Unlocked)
            .PermitReentry(On.DeliveryFailed)
            .PermitReentry(On.DeviceRenamed)
            .PermitReentry(On.DeviceAddressChanged)
            .PermitReentry(On.DeviceRemoved)
            .PermitReentry(On.NoticeUndeliverable)
            .PermitReentry(On.NoticesAcknowledged)
            .PermitReentry(On.ClockSetBack)
            .PermitReentry(On.RequestHandled);

        machine.Configure(PhoneVerified)
            .Permit(On.ChannelEnabled, VerificationEnabled)
            .Permit(On.PhoneRemoved, NoPhone)
            .PermitReentry(On.PhoneSubmitted)
            .PermitReentry(On.CodeResent)
            .PermitReentry(On.CodeReissued)
            .PermitReentry(On.CodeMismatched)
            .PermitReentry(On.CodeMatched)
            .PermitReentry(On.PhoneReplaced)
            .PermitReentry(On.PendingCancelled)
            .PermitReentry(On.PendingLapsed)
            .PermitReentry(On.PhoneInvalidated)
            .PermitReentry(On.DeliveryOptedOut)
            .PermitReentry(On.DeliveryRestored)
            .PermitReentry(On.Unlocked)
            .PermitReentry(On.DeliveryFailed)
            .PermitReentry(On.DeviceBound)
            .PermitReentry(On.DeviceRenamed)
            .PermitReentry(On.DeviceAddressChanged)
            .PermitReentry(On.DeviceRemoved)
            .PermitReentry(On.NoticeUndeliverable)
            .PermitReentry(On.NoticesAcknowledged)
            .PermitReentry(On.ClockSetBack)
            .PermitReentry(On.RequestHandled);

        machine.Configure(VerificationEnabled)
            .Permit(On.VerificationDisabled, PhoneVerified)
            .Permit(On.ProtectionDropped, PhoneVerified)
            .PermitReentry(On.ChannelChanged)
            .PermitReentry(On.PhoneSubmitted)
            .PermitReentry(On.CodeResent)
            .PermitReentry(On.CodeReissued)
            .PermitReentry(On.CodeMismatched)
            .PermitReentry(On.CodeMatched)
            .PermitReentry(On.PhoneReplaced)
            .PermitReentry(On.PendingCancelled)
            .PermitReentry(On.PendingLapsed)
            .PermitReentry(On.PhoneInvalidated)
            .PermitReentry(On.DeliveryOptedOut)
            .PermitReentry(On.DeliveryRestored)
            .PermitReentry(On.Unlocked)
            .PermitReentry(On.DeliveryFailed)
            .PermitReentry(On.SignInBegun)
            .PermitReentry(On.SignInResent)
            .PermitReentry(On.SignInMismatched)
            .PermitReentry(On.SignInExhausted)
            .PermitReentry(On.SignInConfirmed)
            .PermitReentry(On.SignInApproved)
            .PermitReentry(On.SignInDenied)
            .PermitReentry(On.SignInExpired)
            .PermitReentry(On.BackupCodesIssued)
            .PermitReentry(On.BackupCodeUsed)
            .PermitReentry(On.BackupCodeMismatched)
            .PermitReentry(On.DeviceBound)
            .PermitReentry(On.DeviceRenamed)
            .PermitReentry(On.DeviceAddressChanged)
            .PermitReentry(On.DeviceRemoved)
            .PermitReentry(On.NoticeUndeliverable)
            .PermitReentry(On.NoticesAcknowledged)
            .PermitReentry(On.ClockSetBack)
            .PermitReentry(On.RequestHandled);

        return machine;
    }
}

using System.Diagnostics;

namespace LoginVerification.Exploration;

/// <summary>What comes of a step, in words.</summary>
internal static class Outcomes
{
    /// <summary>What comes of it; null where nothing but time passed.</summary>
    public static string? Of(in Cell cell)
    {
        if (cell.Events != 0)
            return string.Join(", ", cell.Triggers.Select(Of));
        return cell.Refusal is { } code ? $"refused: {code}" : null;
    }

    /// <summary>What an event says that it does.</summary>
    public static string Of(LifecycleTrigger trigger) => trigger switch
    {
        LifecycleTrigger.PhoneSubmitted => "the code is sent",
        LifecycleTrigger.CodeResent => "the same code is sent again",
        LifecycleTrigger.CodeReissued => "a new code is sent",
        LifecycleTrigger.CodeMismatched => "the failure is counted",
        LifecycleTrigger.CodeMatched => "the number is verified",
        LifecycleTrigger.PhoneReplaced => "the number takes the place of the old one",
        LifecycleTrigger.PendingCancelled => "the pending number is given up",
        LifecycleTrigger.PendingLapsed => "the pending number is forgotten",
        LifecycleTrigger.ChannelEnabled => "verification is on",
        LifecycleTrigger.ChannelChanged => "the other channel protects",
        LifecycleTrigger.VerificationDisabled => "verification is off, with a notice",
        LifecycleTrigger.ProtectionDropped => "verification is off, and nobody is told",
        LifecycleTrigger.PhoneRemoved => "the number is gone",
        LifecycleTrigger.PhoneInvalidated => "the number has changed hands",
        LifecycleTrigger.DeliveryOptedOut => "no more SMS go to the number",
        LifecycleTrigger.DeliveryRestored => "SMS go to the number again",
        LifecycleTrigger.Unlocked => "the failures are forgiven",
        LifecycleTrigger.PhoneImported => "the number is moved in",
        LifecycleTrigger.DeliveryFailed => "the SMS is given up",
        LifecycleTrigger.NoticesAcknowledged => "the notices are seen",
        LifecycleTrigger.ClockSetBack => "the clock is set right",
        LifecycleTrigger.NoticeUndeliverable => "the notice stays in the app",
        LifecycleTrigger.RequestHandled => "the request is remembered",
        LifecycleTrigger.SignInBegun => "the owner is asked",
        LifecycleTrigger.SignInResent => "the owner is asked once more",
        LifecycleTrigger.SignInMismatched => "the wrong answer is counted",
        LifecycleTrigger.SignInExhausted => "the challenge takes no more answers",
        LifecycleTrigger.SignInConfirmed => "the device says yes",
        LifecycleTrigger.SignInApproved => "the browser is let in",
        LifecycleTrigger.SignInDenied => "the device says no",
        LifecycleTrigger.SignInExpired => "the challenge is over",
        LifecycleTrigger.BackupCodesIssued => "backup codes are issued",
        LifecycleTrigger.BackupCodeUsed => "the browser is let in by a backup code",
        LifecycleTrigger.BackupCodeMismatched => "the wrong backup code is counted",
        LifecycleTrigger.DeviceBound => "a device is bound",
        LifecycleTrigger.DeviceRenamed => "a device is renamed",
        LifecycleTrigger.DeviceAddressChanged => "a device is reached elsewhere",
        LifecycleTrigger.DeviceRemoved => "a device is removed",
        _ => throw new UnreachableException(),
    };
}

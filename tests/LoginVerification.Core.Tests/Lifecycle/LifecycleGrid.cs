namespace LoginVerification.Tests;

/// <summary>The lifecycle as the design tells it, written by hand: where each kind of event leads from each state; - where it cannot happen.</summary>
internal static class LifecycleGrid
{
    private static readonly TextTable Table = TextTable.Parse(
        """
        |                      | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | PhoneSubmitted       | PhonePending  | PhonePending  | PhoneVerified       | VerificationEnabled |
        | CodeResent           | -             | PhonePending  | PhoneVerified       | VerificationEnabled |
        | CodeReissued         | -             | PhonePending  | PhoneVerified       | VerificationEnabled |
        | CodeMismatched       | -             | PhonePending  | PhoneVerified       | VerificationEnabled |
        | CodeMatched          | -             | PhoneVerified | PhoneVerified       | VerificationEnabled |
        | PhoneReplaced        | -             | -             | PhoneVerified       | VerificationEnabled |
        | PendingCancelled     | -             | NoPhone       | PhoneVerified       | VerificationEnabled |
        | PendingLapsed        | -             | NoPhone       | PhoneVerified       | VerificationEnabled |
        | ChannelEnabled       | -             | -             | VerificationEnabled | -                   |
        | ChannelChanged       | -             | -             | -                   | VerificationEnabled |
        | VerificationDisabled | -             | -             | -                   | PhoneVerified       |
        | ProtectionDropped    | -             | -             | -                   | PhoneVerified       |
        | PhoneRemoved         | -             | -             | NoPhone             | -                   |
        | PhoneInvalidated     | -             | -             | PhoneVerified       | VerificationEnabled |
        | DeliveryOptedOut     | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | DeliveryRestored     | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | Unlocked             | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | PhoneImported        | PhoneVerified | -             | -                   | -                   |
        | DeliveryFailed       | -             | PhonePending  | PhoneVerified       | VerificationEnabled |
        | NoticeUndeliverable  | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | NoticesAcknowledged  | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | ClockSetBack         | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | RequestHandled       | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | SignInBegun          | -             | -             | -                   | VerificationEnabled |
        | SignInResent         | -             | -             | -                   | VerificationEnabled |
        | SignInMismatched     | -             | -             | -                   | VerificationEnabled |
        | SignInExhausted      | -             | -             | -                   | VerificationEnabled |
        | SignInConfirmed      | -             | -             | -                   | VerificationEnabled |
        | SignInApproved       | -             | -             | -                   | VerificationEnabled |
        | SignInDenied         | -             | -             | -                   | VerificationEnabled |
        | SignInExpired        | -             | -             | -                   | VerificationEnabled |
        | BackupCodesIssued    | -             | -             | -                   | VerificationEnabled |
        | BackupCodeUsed       | -             | -             | -                   | VerificationEnabled |
        | BackupCodeMismatched | -             | -             | -                   | VerificationEnabled |
        | DeviceBound          | -             | -             | PhoneVerified       | VerificationEnabled |
        | DeviceRenamed        | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | DeviceAddressChanged | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        | DeviceRemoved        | NoPhone       | PhonePending  | PhoneVerified       | VerificationEnabled |
        """);

    public static IReadOnlyList<string> TriggerNames => Table.Rows;

    public static IReadOnlyList<string> StateNames => Table.Columns;

    public static TheoryData<EnrolmentState, LifecycleTrigger> Pairs => Where(_ => true);

    public static TheoryData<EnrolmentState, LifecycleTrigger> AllowedPairs => Where(target => target is not null);

    public static TheoryData<EnrolmentState, LifecycleTrigger> ForbiddenPairs => Where(target => target is null);

    public static EnrolmentState? Target(EnrolmentState state, LifecycleTrigger trigger) =>
        Table[trigger.ToString(), state.ToString()] is var cell && cell == "-" ? null : Enum.Parse<EnrolmentState>(cell);

    private static TheoryData<EnrolmentState, LifecycleTrigger> Where(Func<EnrolmentState?, bool> holds)
    {
        var pairs = new TheoryData<EnrolmentState, LifecycleTrigger>();
        foreach (var state in Enum.GetValues<EnrolmentState>())
        {
            foreach (var trigger in Enum.GetValues<LifecycleTrigger>().Where(trigger => holds(Target(state, trigger))))
                pairs.Add(state, trigger);
        }

        return pairs;
    }
}

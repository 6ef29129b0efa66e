namespace LoginVerification.Tests;

/// <summary>
/// A sign-in as the design tells it, written by hand: where each kind of event leads from each state; - where it cannot happen. One at a time, and each may
/// follow the one before; what ends the number, the channel or the protection that it was over ends it; a backup code stands in its place. The events that
/// are about no sign-in are listed and leave it as it is.
/// </summary>
internal static class SignInLifecycleGrid
{
    private static readonly TextTable Table = TextTable.Parse(
        """
        |                      | None   | Issued    | Approved | Denied | Expired | Exhausted |
        | PhoneReplaced        | None   | None      | None     | None   | None    | None      |
        | ChannelChanged       | None   | None      | None     | None   | None    | None      |
        | VerificationDisabled | None   | None      | None     | None   | None    | None      |
        | ProtectionDropped    | None   | None      | None     | None   | None    | None      |
        | PhoneInvalidated     | None   | None      | None     | None   | None    | None      |
        | SignInBegun          | Issued | Issued    | Issued   | Issued | Issued  | Issued    |
        | SignInResent         | -      | Issued    | -        | -      | -       | -         |
        | SignInMismatched     | -      | Issued    | -        | -      | -       | -         |
        | SignInExhausted      | -      | Exhausted | -        | -      | -       | -         |
        | SignInConfirmed      | -      | Issued    | -        | -      | -       | -         |
        | SignInApproved       | -      | Approved  | -        | -      | -       | -         |
        | SignInDenied         | -      | Denied    | -        | -      | -       | -         |
        | SignInExpired        | -      | Expired   | -        | -      | -       | -         |
        | BackupCodeUsed       | None   | None      | None     | None   | None    | None      |
        """);

    /// <summary>What is about the number, the books, the devices or the backup codes, and about no sign-in.</summary>
    private const string Bystanders =
        """
        PhoneSubmitted CodeResent CodeReissued CodeMismatched CodeMatched PendingCancelled PendingLapsed ChannelEnabled PhoneRemoved DeliveryOptedOut
        DeliveryRestored Unlocked PhoneImported DeliveryFailed NoticeUndeliverable NoticesAcknowledged ClockSetBack RequestHandled
        BackupCodesIssued BackupCodeMismatched DeviceBound DeviceRenamed DeviceAddressChanged DeviceRemoved
        """;

    public static IEnumerable<string> TriggerNames => Table.Rows.Concat(Bystanders.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<string> StateNames => Table.Columns;

    public static TheoryData<SignInState, LifecycleTrigger> Pairs
    {
        get
        {
            var pairs = new TheoryData<SignInState, LifecycleTrigger>();
            foreach (var state in Enum.GetValues<SignInState>())
            {
                foreach (var trigger in Enum.GetValues<LifecycleTrigger>())
                    pairs.Add(state, trigger);
            }

            return pairs;
        }
    }

    public static bool Concerns(LifecycleTrigger trigger) => Table.Rows.Contains(trigger.ToString());

    public static SignInState? Target(SignInState state, LifecycleTrigger trigger) =>
        !Concerns(trigger) ? state
        : Table[trigger.ToString(), state.ToString()] is var cell && cell == "-" ? null
        : Enum.Parse<SignInState>(cell);
}

namespace LoginVerification.Tests;

/// <summary>
/// Enums are stored by name. A name that is here was stored once: never rename or remove it, neither here nor in the enum. A new one is
/// appended here, and is deployed to be read before it is written.
/// </summary>
public sealed class StoredNamesTests
{
    [Fact]
    public void Channels_keep_their_names() => Keep<VerificationChannel>("Sms AppPush");

    [Fact]
    public void Purposes_keep_their_names() => Keep<CodePurpose>("Enrol SignIn BackupCode");

    [Fact]
    public void Failures_of_delivery_keep_their_names() => Keep<DeliveryFailure>("UnknownNumber NotServed Refused GivenUp");

    [Fact]
    public void Initiators_keep_their_names() => Keep<Initiator>("User Operator Carrier Time SignIn Device");

    [Fact]
    public void Kinds_of_events_keep_their_names() => Keep<LifecycleTrigger>(
        """
        PhoneSubmitted CodeResent CodeReissued CodeMismatched CodeMatched PhoneReplaced PendingCancelled PendingLapsed ChannelEnabled ChannelChanged
        VerificationDisabled ProtectionDropped PhoneRemoved PhoneInvalidated DeliveryOptedOut DeliveryRestored Unlocked PhoneImported DeliveryFailed
        NoticeUndeliverable NoticesAcknowledged ClockSetBack RequestHandled
        SignInBegun SignInResent SignInMismatched SignInExhausted SignInConfirmed SignInApproved SignInDenied SignInExpired
        BackupCodesIssued BackupCodeUsed BackupCodeMismatched DeviceBound DeviceRenamed DeviceAddressChanged DeviceRemoved
        """);

    [Fact]
    public void Matches_of_codes_keep_their_names() => Keep<CodeMatch>("None Current Superseded Foreign");

    [Fact]
    public void Causes_of_disabling_keep_their_names() => Keep<DisableCause>("Requested PhoneRemoved PhoneInvalidated Stop");

    [Fact]
    public void Reasons_of_invalidation_keep_their_names() => Keep<InvalidationReason>("Recycled Ported NoLongerServed TooManyFailures");

    [Fact]
    public void Line_types_keep_their_names() => Keep<LineType>(
        "Unknown Mobile FixedLine FixedLineOrMobile Voip Personal Uan TollFree PremiumRate SharedCost Pager Voicemail");

    [Fact]
    public void Kinds_of_notices_keep_their_names() => Keep<NoticeKind>(
        """
        PhoneVerified PhoneReplaced PhoneRemoved PhoneInvalidated VerificationEnabled ChannelChanged VerificationDisabled DeliveryOptedOut
        SignInGuessed SignInDenied DeviceBound DeviceRemoved BackupCodesIssued BackupCodeUsed
        """);

    [Fact]
    public void Ends_of_sign_ins_keep_their_names() => Keep<SignInState>("None Issued Approved Denied Expired Exhausted");

    [Fact]
    public void Refusal_codes_keep_their_names() => Keep<RefusalCode>(
        """
        ActionNotOffered NoPendingPhone NoVerifiedPhone PhoneAlreadyVerified AlreadyEnabled NotEnabled ChannelAlreadyActive
        PhoneProtectsLogin ReauthenticationRequired SecondFactorRequired CountryNotServed CarrierNotServed LineTypeNotServed
        ChannelNotServed NumberUnreadable NumberTooShort NumberTooLong ShortNumber NumberNotInUse CountryMissing CountryMismatch
        NumberReserved CodeMalformed WrongCode CodeSuperseded CodeExpired CodeExhausted NumberHasTooManyAccounts ResendTooSoon
        SendLimitReached SendsHeldBack Locked LockedUntilUnlock ChangedTooOften CoolingDown DeviceNotRegistered DeliveryOptedOut
        ReverificationRequired NumberNotHeld NotYetLapsed NothingToAcknowledge AlreadyKnown NotLocked ImportNotPossible
        IdempotencyKeyReused Conflict
        SignInNotOpen SignInUnanswered SignInDenied WrongMatchingNumber SignatureInvalid DeviceUnknown BindingTokenInvalid DeviceKeyInvalid
        DeviceNameInvalid DeviceAlreadyBound TooManyDevices DeviceProtectsLogin NoBackupCodes EnrolmentUnreadable
        """);

    private static void Keep<T>(string names)
        where T : struct, Enum =>
        Assert.Equal(names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(), Enum.GetNames<T>().Order());
}

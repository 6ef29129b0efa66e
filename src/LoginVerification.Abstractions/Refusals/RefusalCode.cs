namespace LoginVerification;

/// <summary>Why the answer is no. The names are stable: hosts, problem types and translations may rely on them.</summary>
[JsonConverter(typeof(NameJsonConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>When: the surface has no screen that offers the action in this state. The caller follows a way out to a surface that does.</summary>
    ActionNotOffered,

    /// <summary>When: a code, a resend or a cancel is asked for and no number is pending. The caller submits a number.</summary>
    NoPendingPhone,

    /// <summary>When: a command needs a verified number and there is none. The caller submits or confirms one.</summary>
    NoVerifiedPhone,

    /// <summary>When: the submitted number is already the verified one. Nothing to do.</summary>
    PhoneAlreadyVerified,

    /// <summary>When: verification is enabled already. Nothing to do; to move to the other channel, change it.</summary>
    AlreadyEnabled,

    /// <summary>When: verification is not enabled. Nothing to disable; to change the channel, enable it first.</summary>
    NotEnabled,

    /// <summary>When: the channel is the active one already. Nothing to do.</summary>
    ChannelAlreadyActive,

    /// <summary>When: the phone is to be removed while it protects the log-in. The caller disables verification first, knowingly.</summary>
    PhoneProtectsLogin,

    /// <summary>When: the last authentication is too old for a change of this weight. The caller authenticates the user again and repeats the command.</summary>
    ReauthenticationRequired,

    /// <summary>When: verification is enabled, and the last authentication did not include the second factor. The caller has the user sign in with both and repeats the command.</summary>
    SecondFactorRequired,

    /// <summary>When: a gating rule or the host's registry does not serve the number's country here. The caller follows a way out to a surface that does, or uses another number.</summary>
    CountryNotServed,

    /// <summary>When: a gating rule or the host's registry does not serve the number's carrier here. The caller follows a way out, or uses another number.</summary>
    CarrierNotServed,

    /// <summary>When: a gating rule does not serve this kind of line here, for example premium numbers. The caller uses another number.</summary>
    LineTypeNotServed,

    /// <summary>When: a gating rule does not offer this channel here. The caller follows a way out, or takes the other channel.</summary>
    ChannelNotServed,

    /// <summary>When: the text is no phone number (empty, letters, no digits). The caller types the number again.</summary>
    NumberUnreadable,

    /// <summary>When: the number has too few digits for its country. The caller types the number again.</summary>
    NumberTooShort,

    /// <summary>When: the number has more digits than E.164 or its country allows. The caller types the number again.</summary>
    NumberTooLong,

    /// <summary>When: it is a short or emergency number, which only its own network knows. The caller uses another number.</summary>
    ShortNumber,

    /// <summary>When: the number has the right length and yet cannot exist in its country. The caller checks the digits.</summary>
    NumberNotInUse,

    /// <summary>When: the number has no <c>+</c> and no country was stated. The caller states the country or types the number with <c>+</c>.</summary>
    CountryMissing,

    /// <summary>When: the number's calling code belongs to no country; or it lacks +, and the stated country is none with phone numbers. The caller corrects either.</summary>
    CountryMismatch,

    /// <summary>When: the number is set aside for drama and tests and the sender is a live one. The caller uses a real number.</summary>
    NumberReserved,

    /// <summary>When: the code is empty, too short, too long, or holds other characters than digits. It is not counted; the caller types it again.</summary>
    CodeMalformed,

    /// <summary>When: the code is wrong. It is counted; the caller types it again or asks for a new one.</summary>
    WrongCode,

    /// <summary>When: the code is an earlier one that a resend replaced. It is not counted; the caller types the newest one.</summary>
    CodeSuperseded,

    /// <summary>When: the code's life is over, or its key was retired. The caller asks for a new one.</summary>
    CodeExpired,

    /// <summary>When: too many wrong codes were tried against this one. The caller asks for a new one.</summary>
    CodeExhausted,

    /// <summary>When: too many accounts have this number. Only who gave its right code learns it. The caller uses another number.</summary>
    NumberHasTooManyAccounts,

    /// <summary>When: a code was sent a moment ago. The caller waits until <see cref="Refusal.RetryAt"/>.</summary>
    ResendTooSoon,

    /// <summary>When: the most codes for this number, or this account, were sent inside the window. The caller waits until <see cref="Refusal.RetryAt"/>.</summary>
    SendLimitReached,

    /// <summary>When: the host's limiter or risk signal holds sends back, or one of the ports that are asked gives no answer; which of them is not told. The caller waits until <see cref="Refusal.RetryAt"/>, or without one turns to the host's staff.</summary>
    SendsHeldBack,

    /// <summary>When: wrong codes in a row locked the account for a while. The caller waits until <see cref="Refusal.RetryAt"/>.</summary>
    Locked,

    /// <summary>When: so many wrong codes in a row were given that only the host unlocks. The caller turns to the host's staff.</summary>
    LockedUntilUnlock,

    /// <summary>When: the channel was enabled or changed too often inside the window. The caller waits until <see cref="Refusal.RetryAt"/>.</summary>
    ChangedTooOften,

    /// <summary>When: a verified phone was removed a short while ago, and the policy lets no number be added before its cool-down is over. The caller waits until <see cref="Refusal.RetryAt"/>.</summary>
    CoolingDown,

    /// <summary>When: the app channel is asked for and no device is registered. The caller registers one in the app, or takes SMS.</summary>
    DeviceNotRegistered,

    /// <summary>When: a message is asked for and the number's holder opted out of messages. The holder sends START from the phone, or the caller uses another number; a number that this account had verified can also be submitted and confirmed again.</summary>
    DeliveryOptedOut,

    /// <summary>When: SMS is asked for and the number waits to be confirmed again. The caller submits and confirms it.</summary>
    ReverificationRequired,

    /// <summary>When: a report names a number that this account does not hold. Nothing to do.</summary>
    NumberNotHeld,

    /// <summary>When: a pending number is to lapse before its time. Nothing to do until <see cref="Refusal.RetryAt"/>.</summary>
    NotYetLapsed,

    /// <summary>When: in-app notices are acknowledged and there are none. Nothing to do.</summary>
    NothingToAcknowledge,

    /// <summary>When: a report tells what the enrolment knows already (opted out, restored, invalidated). Nothing to do.</summary>
    AlreadyKnown,

    /// <summary>When: an account without wrong codes is to be unlocked. Nothing to do.</summary>
    NotLocked,

    /// <summary>When: a number is to be imported and one is verified already, or the time of its verification is in the future. The host leaves the account as it is, or corrects the time.</summary>
    ImportNotPossible,

    /// <summary>When: the idempotency key came before with the same command and another content. The caller takes a fresh key for each request.</summary>
    IdempotencyKeyReused,

    /// <summary>When: so many others changed the same account at once that this command found no turn. The caller repeats it.</summary>
    Conflict,

    /// <summary>When: an answer names a sign-in that is not the open one: another took its place, it is over, or what it was over is no longer in force. The caller signs in again.</summary>
    SignInNotOpen,

    /// <summary>When: the owner has not answered on a device yet. The caller asks again a little later.</summary>
    SignInUnanswered,

    /// <summary>When: the owner said on a device that it is somebody else who signs in. Whoever did it by mistake signs in again.</summary>
    SignInDenied,

    /// <summary>When: the number that was typed into the app is not the one on the page. It is counted; the caller types it again.</summary>
    WrongMatchingNumber,

    /// <summary>When: a signature is not one of the device's key over what was sent, or not in its one form. Nothing is counted; the app is mended.</summary>
    SignatureInvalid,

    /// <summary>When: the account has no such device; it was removed, perhaps. The caller binds it again.</summary>
    DeviceUnknown,

    /// <summary>When: the token to bind a device is too old, was used, is another account's, or was made before protection began. The caller gets another one.</summary>
    BindingTokenInvalid,

    /// <summary>When: the key of a device is no point of P-256 in its one form. The app is mended.</summary>
    DeviceKeyInvalid,

    /// <summary>When: the name of a device is empty or too long, shows nothing, or turns the direction of the text. The caller writes it otherwise.</summary>
    DeviceNameInvalid,

    /// <summary>When: the account has a device with this key. Nothing to do.</summary>
    DeviceAlreadyBound,

    /// <summary>When: the account has as many devices as it may. The caller removes one first.</summary>
    TooManyDevices,

    /// <summary>When: the last device is to be removed while the app protects the log-in. The caller binds another one, or changes the channel first, knowingly.</summary>
    DeviceProtectsLogin,

    /// <summary>When: a backup code is given and there are none, or none is left. The caller takes another way.</summary>
    NoBackupCodes,

    /// <summary>When: what is stored of the account cannot be read, so that nobody knows what it needs. The host's staff look at the log.</summary>
    EnrolmentUnreadable,
}

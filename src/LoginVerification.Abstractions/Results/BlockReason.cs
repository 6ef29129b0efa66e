namespace LoginVerification;

/// <summary>Why a sign-in can be neither verified nor left to the password.</summary>
[JsonConverter(typeof(NameJsonConverter<BlockReason>))]
public enum BlockReason
{
    /// <summary>The stored data could not be read, or contradicts itself.</summary>
    EnrolmentUnreadable,

    /// <summary>The channel is the app and no device is registered.</summary>
    DeviceNotRegistered,

    /// <summary>The channel is SMS and the number's holder opted out of messages.</summary>
    DeliveryOptedOut,

    /// <summary>The channel is SMS, real phones ring, and the number is set aside for drama and tests, so that nobody owns it.</summary>
    NumberReserved,

    /// <summary>The channel is SMS and the number has to be confirmed again.</summary>
    ReverificationRequired,
}

namespace LoginVerification.Engine;

/// <summary>Why a message to a phone will not be sent any more.</summary>
[JsonConverter(typeof(NameJsonConverter<DeliveryFailure>))]
public enum DeliveryFailure
{
    /// <summary>No such number, says the gateway.</summary>
    UnknownNumber,

    /// <summary>The gateway does not serve the number's country or carrier.</summary>
    NotServed,

    /// <summary>The gateway refused the message for another reason.</summary>
    Refused,

    /// <summary>Every attempt failed, or none was answered.</summary>
    GivenUp,
}

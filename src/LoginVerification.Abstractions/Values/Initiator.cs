namespace LoginVerification;

/// <summary>Who made something happen. It stays in the audit trail.</summary>
[JsonConverter(typeof(NameJsonConverter<Initiator>))]
public enum Initiator
{
    /// <summary>The account's owner, signed in at a surface.</summary>
    User,

    /// <summary>The host's staff or its own administration.</summary>
    Operator,

    /// <summary>The phone network: a STOP message, a recycled or ported number.</summary>
    Carrier,

    /// <summary>The passage of time.</summary>
    Time,
}

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

    /// <summary>Somebody at a surface who gave the password and has not given the second factor: the owner, or whoever knows the password.</summary>
    SignIn,

    /// <summary>A device of the account's, which signs with its own key.</summary>
    Device,
}

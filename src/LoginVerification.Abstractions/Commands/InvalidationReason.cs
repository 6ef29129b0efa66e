namespace LoginVerification;

/// <summary>Why a verified number is in doubt.</summary>
public enum InvalidationReason
{
    /// <summary>The network gave the number to another subscriber.</summary>
    Recycled,

    /// <summary>The number moved to another carrier or SIM.</summary>
    Ported,

    /// <summary>No message reaches the number any more.</summary>
    NoLongerServed,
}

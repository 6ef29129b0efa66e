namespace LoginVerification;

/// <summary>What a risk signal says of a send.</summary>
public enum Risk
{
    /// <summary>Nobody knows; the send goes on.</summary>
    Unknown,

    /// <summary>Nothing speaks against it.</summary>
    Acceptable,

    /// <summary>Nothing is to be sent there now.</summary>
    TooHigh,
}

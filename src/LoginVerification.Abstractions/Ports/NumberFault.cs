namespace LoginVerification;

/// <summary>Why a typed text is no usable phone number.</summary>
public enum NumberFault
{
    /// <summary>No number in it: empty, letters, too few digits to begin with.</summary>
    Unreadable,

    /// <summary>Too few digits for its country.</summary>
    TooShort,

    /// <summary>More digits than E.164 or its country allows.</summary>
    TooLong,

    /// <summary>The right length, and yet no such number exists in its country.</summary>
    NotInUse,

    /// <summary>No <c>+</c>, and no country was stated.</summary>
    CountryMissing,

    /// <summary>It does not belong to the stated country, or that is not a country with phone numbers.</summary>
    CountryMismatch,

    /// <summary>An emergency or service number, which only its own country's networks know: it cannot receive a code.</summary>
    ShortNumber,
}

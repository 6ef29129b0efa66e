namespace LoginVerification.Sms;

/// <summary>What an answer of a gateway means for the message. Final is only what the message or its number makes so.</summary>
internal enum SendOutcome
{
    /// <summary>It took the message.</summary>
    Taken,

    /// <summary>Final: no such number, or it takes no SMS.</summary>
    UnknownNumber,

    /// <summary>Final: the country or carrier is not served.</summary>
    NotServed,

    /// <summary>Final: the holder said STOP.</summary>
    OptedOut,

    /// <summary>Final: it will not take this message.</summary>
    Refused,

    /// <summary>Nobody knows, or it passes.</summary>
    TryAgain,

    /// <summary>It passes when the operator has mended the account or the settings. Nothing was sent, so that trying again costs nothing.</summary>
    Misconfigured,
}

namespace LoginVerification.Exploration;

/// <summary>What time ends without anybody's doing.</summary>
internal enum Timer
{
    /// <summary>The wait before the next code to a number.</summary>
    ResendWait,

    /// <summary>The life of the pending code.</summary>
    CodeLife,

    /// <summary>A lock.</summary>
    Lock,

    /// <summary>The window in which the oldest send to a number counts.</summary>
    SendWindow,
}

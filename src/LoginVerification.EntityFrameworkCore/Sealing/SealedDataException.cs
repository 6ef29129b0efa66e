namespace LoginVerification.EntityFrameworkCore;

/// <summary>Sealed data that cannot be opened: altered, moved to another account, or sealed by a key that is not the configured one. It shows nothing of the data.</summary>
public sealed class SealedDataException : Exception
{
    internal SealedDataException(string message, Exception? cause = null)
        : base(message, cause) { }
}

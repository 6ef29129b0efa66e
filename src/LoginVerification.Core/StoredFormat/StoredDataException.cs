namespace LoginVerification.Engine;

/// <summary>
/// Stored data that cannot be read, or data that could not be read again and so is not stored. The message says what is wrong and
/// where; it repeats no number and no other value.
/// </summary>
public sealed class StoredDataException : Exception
{
    internal StoredDataException(string message)
        : base(message) { }
}

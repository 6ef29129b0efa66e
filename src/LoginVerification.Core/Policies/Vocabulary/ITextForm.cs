namespace LoginVerification.Policies;

/// <summary>How one kind of value is written as a JSON text.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal interface ITextForm<T>
{
    /// <summary>What is wrong with a text and what to write instead; null if it can be parsed.</summary>
    string? Complaint(string text);

    T Parse(string text);

    string Write(T value);
}

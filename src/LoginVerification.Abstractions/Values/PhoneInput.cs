namespace LoginVerification;

/// <summary>
/// A phone number as the user typed it: any text, not yet read. <see cref="ToString"/> hides it.
/// Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(PhoneInputJsonConverter))]
public sealed record PhoneInput
{
    /// <summary>Wraps what the user typed; nothing is refused here, the reader answers with a typed fault.</summary>
    /// <param name="text">Any text.</param>
    public PhoneInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>What the user typed.</summary>
    public string Text { get; }

    /// <summary>Lets a host pass a form field as it is.</summary>
    /// <param name="text">Any text.</param>
    public static implicit operator PhoneInput(string text) => new(text);

    /// <summary>A fixed text: what a user typed is shown nowhere.</summary>
    public override string ToString() => "(number as typed, hidden)";
}

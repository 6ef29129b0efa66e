namespace LoginVerification;

/// <summary>
/// A verification code as the user typed or pasted it: any text, not yet read. <see cref="ToString"/> hides it.
/// Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(CodeInputJsonConverter))]
public sealed record CodeInput
{
    /// <summary>Wraps what the user typed; nothing is refused here.</summary>
    /// <param name="text">Any text.</param>
    public CodeInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>What the user typed.</summary>
    public string Text { get; }

    /// <summary>Lets a host pass a form field as it is.</summary>
    /// <param name="text">Any text.</param>
    public static implicit operator CodeInput(string text) => new(text);

    /// <summary>A fixed text: a code is shown nowhere.</summary>
    public override string ToString() => "(code, hidden)";
}

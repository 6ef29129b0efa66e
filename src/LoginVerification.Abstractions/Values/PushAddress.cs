namespace LoginVerification;

/// <summary>
/// Where a push service reaches a device, as the app got it: for Web Push the subscription's JSON. The library passes it on and does not read it. Who has it
/// can wake the app, so that <see cref="ToString"/> hides it. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(PushAddressJsonConverter))]
public sealed record PushAddress
{
    /// <summary>The longest address, in UTF-16 code units.</summary>
    public const int MaxLength = 2048;

    private PushAddress(string text) => Text = text;

    /// <summary>The address. Give it to nobody but the push sender and the store.</summary>
    public string Text { get; }

    /// <summary>Takes an address.</summary>
    /// <param name="text">1 to <see cref="MaxLength"/> characters of well-formed Unicode, none of them U+0000.</param>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static PushAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var address) ? address : throw new FormatException($"The address of a device has 1 to {MaxLength} characters of well-formed Unicode, none of them U+0000.");
    }

    /// <summary>Takes an address if the text can be one.</summary>
    /// <param name="text">Any text, or null.</param>
    /// <param name="address">The address, or null.</param>
    public static bool TryParse([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PushAddress? address)
    {
        address = text is { Length: >= 1 and <= MaxLength } && WellFormed.Is(text) ? new PushAddress(text) : null;
        return address is not null;
    }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(push address)";
}

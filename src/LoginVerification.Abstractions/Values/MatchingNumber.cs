namespace LoginVerification;

/// <summary>
/// The two digits on the sign-in page that its user types into the app (NIST SP 800-63B-4, section 3.1.3: a secret goes from one channel to the other).
/// Shown on the page of the browser that signs in, and nowhere else: <see cref="ToString"/> hides them, and JSON does. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(MatchingNumberJsonConverter))]
public sealed class MatchingNumber
{
    /// <summary>How many digits it has.</summary>
    public const int Digits = 2;

    internal MatchingNumber(string text) => Text = text;

    /// <summary>The digits, with a leading zero where there is one.</summary>
    public string Text { get; }

    /// <summary>A fixed text.</summary>
    public override string ToString() => "(number to match, hidden)";
}

namespace LoginVerification;

/// <summary>
/// A backup code, in clear: it exists while it is shown to its owner, once, and nowhere after that. <see cref="ToString"/> hides it, and JSON does. Immutable and thread-safe.
/// </summary>
[JsonConverter(typeof(BackupCodeJsonConverter))]
public sealed class BackupCode
{
    internal BackupCode(string text) => Text = text;

    /// <summary>The code as its owner writes it down: four groups of four letters and digits.</summary>
    public string Text { get; }

    /// <summary>A fixed text: a code is shown nowhere but on its owner's page.</summary>
    public override string ToString() => "(backup code, hidden)";
}

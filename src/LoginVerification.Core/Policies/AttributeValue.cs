namespace LoginVerification.Policies;

/// <summary>What an account's attribute is. Immutable; compares by value.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Value">Its value, or null where nobody knows: then every rule that asks for it speaks.</param>
public readonly record struct AttributeValue(string Name, string? Value)
{
    /// <summary>The attribute as <c>paid=yes</c>.</summary>
    public override string ToString() => $"{Name}={Value ?? "?"}";
}

using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Policies;

/// <summary>What reading a policy file came to: a document, or everything that is wrong with it. Immutable and thread-safe.</summary>
/// <param name="Document">The rules, valid; null if there are errors.</param>
/// <param name="Errors">Every error, by line; empty if there is a document.</param>
public sealed record PolicyReading(PolicyDocument? Document, IReadOnlyList<PolicyError> Errors)
{
    /// <summary>Whether the file holds a valid policy.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;
}

using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Policies;

/// <summary>What reading a policy file came to: a document, or everything that is wrong with it. <see cref="PolicyFile"/> makes it. Immutable and thread-safe.</summary>
public sealed class PolicyReading
{
    internal PolicyReading(PolicyDocument? document, IReadOnlyList<PolicyError> errors)
    {
        Document = document;
        Errors = errors;
    }

    /// <summary>The rules, valid; null if there are errors.</summary>
    public PolicyDocument? Document { get; }

    /// <summary>Every error, by line; empty if there is a document.</summary>
    public IReadOnlyList<PolicyError> Errors { get; }

    /// <summary>Whether the file holds a valid policy.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;
}

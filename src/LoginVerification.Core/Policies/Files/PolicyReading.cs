using System.Diagnostics.CodeAnalysis;

namespace LoginVerification.Policies;

/// <summary>What reading a policy file came to: a document, or everything that is wrong with it. <see cref="PolicyFile"/> makes it. Immutable and thread-safe.</summary>
public sealed class PolicyReading
{
    internal PolicyReading(PolicyDocument? document, IReadOnlyList<PolicyError> errors, IReadOnlyList<PolicyError> warnings)
    {
        Document = document;
        Errors = errors;
        Warnings = warnings;
    }

    /// <summary>The rules, valid; null if there are errors.</summary>
    public PolicyDocument? Document { get; }

    /// <summary>Every error, by line; empty if there is a document.</summary>
    public IReadOnlyList<PolicyError> Errors { get; }

    /// <summary>
    /// What a valid policy says and can hardly mean, by line: an offer, a link or a condition that never comes to anything, a country that no number is read as, a rule on numbers that takes the app away, too.
    /// Empty if there are errors.
    /// </summary>
    public IReadOnlyList<PolicyError> Warnings { get; }

    /// <summary>Whether the file holds a valid policy.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;
}

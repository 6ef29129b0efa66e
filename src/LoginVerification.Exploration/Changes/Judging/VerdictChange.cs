namespace LoginVerification.Exploration;

/// <summary>A verdict that is another one in another policy, or of which nobody knows whether it is. Immutable; compares by value.</summary>
/// <param name="Property">The property.</param>
/// <param name="Left">Its verdict before.</param>
/// <param name="Right">Its verdict after.</param>
/// <param name="Effect">What that means.</param>
public sealed record VerdictChange(string Property, Verdict Left, Verdict Right, PropertyEffect Effect);

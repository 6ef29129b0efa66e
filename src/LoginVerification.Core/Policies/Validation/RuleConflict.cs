namespace LoginVerification;

/// <summary>A part of a rule that leaves nothing, together with earlier rules.</summary>
/// <param name="Rule">The index of the rule.</param>
/// <param name="Part">The part, as a path inside the rule.</param>
/// <param name="What">What nothing is left of, in words.</param>
/// <param name="Rules">The names of the rules, in words.</param>
internal sealed record RuleConflict(int Rule, string Part, string What, string Rules);

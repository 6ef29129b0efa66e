namespace LoginVerification.Policies.Tests;

/// <summary>One change of a policy.</summary>
internal sealed record Mutation(string Change, PolicyDocument Document);

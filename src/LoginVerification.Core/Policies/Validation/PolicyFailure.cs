namespace LoginVerification;

/// <summary>Something that a policy of the right shape gets wrong.</summary>
internal sealed record PolicyFailure(string Path, string Message, FailureBasis Basis = FailureBasis.Itself);

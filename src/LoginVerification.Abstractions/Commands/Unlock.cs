namespace LoginVerification;

/// <summary>Forgives all wrong codes of the account and opens its lock. The host's alone, and audited.</summary>
public sealed record Unlock : HostCommand;

namespace LoginVerification;

/// <summary>Forgets a pending number whose time is over. The service gives this command by itself before the next one.</summary>
public sealed record LapsePending : HostCommand;

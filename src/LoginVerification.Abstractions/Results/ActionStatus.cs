namespace LoginVerification;

/// <summary>Whether one choice is open on a surface. Immutable; compares by value.</summary>
/// <param name="Choice">The action, with the channel that it would take.</param>
/// <param name="Refusal">Why not, or null for allowed.</param>
/// <param name="NeedsRecentAuthentication">Whether the user has to have authenticated within the policy's window; <paramref name="Refusal"/> supposes it.</param>
public sealed record ActionStatus(Choice Choice, Refusal? Refusal, bool NeedsRecentAuthentication)
{
    /// <summary>Whether the user has to authenticate again before the action: what the caller of the status stated is too old, or not enough.</summary>
    public bool ReauthenticationNeededNow { get; init; }

    /// <summary>Whether that authentication has to include the second factor: the password alone would be refused.</summary>
    public bool SecondFactorNeededNow { get; init; }

    /// <summary>Whether the action is open. What depends on its input (a number, a code) is answered when it comes.</summary>
    public bool Allowed => Refusal is null;
}

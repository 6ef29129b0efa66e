namespace LoginVerification;

/// <summary>
/// What a user can choose to do: an action, and for the two that take one, the channel. Screens offer it, gating rules allow it, ways out
/// name it. Immutable; compares by value.
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="Channel">The channel to ask for, or null for an action without one.</param>
public readonly record struct Choice(EnrolmentAction Action, VerificationChannel? Channel = null)
{
    /// <summary>The choice in words, for example <c>SubmitPhone</c> or <c>EnableVerification(Sms)</c>.</summary>
    public override string ToString() => Channel is null ? Action.ToString() : $"{Action}({Channel})";
}

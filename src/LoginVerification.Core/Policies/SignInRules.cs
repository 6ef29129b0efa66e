using NodaTime;

namespace LoginVerification.Policies;

/// <summary>
/// How often an owner is asked at sign-in, and how long. These are budgets of their own: what is spent here leaves enrolment's untouched, and a sign-in that
/// succeeds gives back what it took. Waits between two, and the window, are those of <see cref="SendRules"/>; locks those of <see cref="LockRules"/>. Immutable and thread-safe.
/// </summary>
public sealed record SignInRules
{
    /// <summary>The most codes inside the window, but for those of sign-ins that succeeded: 1 to 20; 10 by default.</summary>
    public int Codes { get; init; } = 10;

    /// <summary>The most pushes inside the window, but for those of sign-ins that succeeded: 1 to 20; 10 by default.</summary>
    public int Pushes { get; init; } = 10;

    /// <summary>How long a number can be matched: 30 s to 10 min; 2 min by default.</summary>
    public Duration PushLife { get; init; } = Duration.FromMinutes(2);

    /// <summary>With which wrong number a push is dead: 1 to 10; 3 by default.</summary>
    public int NumberTries { get; init; } = 3;
}

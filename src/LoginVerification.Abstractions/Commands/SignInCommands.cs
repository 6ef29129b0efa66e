namespace LoginVerification;

/// <summary>
/// A command of somebody who signs in: the host has checked the password, and asks for what was enabled beside it. No screen offers it and no gating rule
/// applies, for nobody is to be locked out by where they are.
/// </summary>
public abstract record SignInCommand : EnrolmentCommand
{
    private protected SignInCommand() { }
}

/// <summary>
/// Asks the owner over the active channel. A code that is alive is asked for again and not sent again, whoever signs in. A number to match is one browser's
/// own: from another browser a new one takes its place.
/// </summary>
/// <param name="Continues">The challenge that this browser has already, or null.</param>
public sealed record BeginSignIn(ChallengeId? Continues = null) : SignInCommand
{
    /// <summary>Where the browser seems to be, for the prompt in the app: at most <see cref="SignIn.MaxContextLength"/> characters, or null.</summary>
    public string? Place { get; init; }

    /// <summary>What browser it is, for the prompt in the app: at most <see cref="SignIn.MaxContextLength"/> characters, or null.</summary>
    public string? Browser { get; init; }
}

/// <summary>
/// Asks for the code, or for the push, once more. The life of the challenge and its wrong tries stay as they are; but where the policy's
/// <c>code.onResend</c> is <c>new</c>, an SMS brings the code of a new challenge, and the one before is over.
/// </summary>
/// <param name="Challenge">The challenge.</param>
public sealed record ResendSignIn(ChallengeId Challenge) : SignInCommand;

/// <summary>Gives the code that came by SMS. The right one lets this browser in, and nobody else.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="Code">The code as typed or pasted.</param>
public sealed record AnswerSignIn(ChallengeId Challenge, CodeInput Code) : SignInCommand;

/// <summary>Asks whether the owner has said yes on a device. The first to ask then is let in, and nobody else: the id of the challenge is this browser's secret.</summary>
/// <param name="Challenge">The challenge.</param>
public sealed record CompleteSignIn(ChallengeId Challenge) : SignInCommand;

/// <summary>Gives a backup code in place of the phone. It is used up.</summary>
/// <param name="Code">The code as typed or pasted: blanks, hyphens and lower case are read.</param>
public sealed record UseBackupCode(CodeInput Code) : SignInCommand;

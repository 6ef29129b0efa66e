namespace LoginVerification;

/// <summary>
/// The second step of a sign-in. The host has checked the password, and asks here for what its owner turned on beside it: no account whose verification is
/// enabled gets by, whatever failed. Only <see cref="SignInStart.NotEnrolled"/> and <see cref="SignInAnswer.Approved"/> let anybody in. Thread-safe; one
/// instance serves all requests.
/// </summary>
public interface ISignInService
{
    /// <summary>Asks the owner: by a code, or by a push and a number to match. Begun again inside the challenge's life it sends nothing.</summary>
    /// <param name="account">Whose password was right.</param>
    /// <param name="surface">Where they sign in; a name that the policy declares. It comes from the host's route, never from a header.</param>
    /// <param name="context">What else the host knows of the browser; null for nothing.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    ValueTask<SignInStart> BeginAsync(AccountId account, Surface surface, SignInContext? context = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends the code, or the push, of a challenge once more. Where the policy's <c>code.onResend</c> is <c>new</c>, an SMS brings the code of a new challenge, with
    /// a life and wrong tries of its own, and the one before is over: keep the id of the challenge that this answers in the session, as after <see cref="BeginAsync"/>.
    /// </summary>
    /// <param name="account">Whose sign-in it is.</param>
    /// <param name="surface">Where.</param>
    /// <param name="challenge">The challenge, from the session that waits for the second factor.</param>
    /// <param name="context">What else the host knows of the browser; null for nothing.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    ValueTask<SignInStart> ResendAsync(AccountId account, Surface surface, ChallengeId challenge, SignInContext? context = null, CancellationToken cancellationToken = default);

    /// <summary>Gives the code that came by SMS. A wrong one is counted before the answer is given.</summary>
    /// <param name="account">Whose sign-in it is.</param>
    /// <param name="surface">Where.</param>
    /// <param name="challenge">The challenge, from the session that waits for the second factor.</param>
    /// <param name="code">The code as typed or pasted.</param>
    /// <param name="context">What else the host knows of the browser; null for nothing.</param>
    /// <param name="cancellationToken">Cancels before the code is looked at; a code that was looked at is counted.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    ValueTask<SignInAnswer> AnswerAsync(AccountId account, Surface surface, ChallengeId challenge, CodeInput code, SignInContext? context = null, CancellationToken cancellationToken = default);

    /// <summary>Whether the owner has said yes in the app. Ask every second or two; it reads, and writes once, when it lets in.</summary>
    /// <param name="account">Whose sign-in it is.</param>
    /// <param name="surface">Where.</param>
    /// <param name="challenge">The challenge, from the session that waits for the second factor.</param>
    /// <param name="context">What else the host knows of the browser; null for nothing.</param>
    /// <param name="cancellationToken">Cancels before the save.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    ValueTask<SignInAnswer> CompleteAsync(AccountId account, Surface surface, ChallengeId challenge, SignInContext? context = null, CancellationToken cancellationToken = default);

    /// <summary>Gives a backup code, for who does not have the phone. It needs no challenge.</summary>
    /// <param name="account">Whose sign-in it is.</param>
    /// <param name="surface">Where.</param>
    /// <param name="code">The code as typed or pasted.</param>
    /// <param name="context">What else the host knows of the browser; null for nothing.</param>
    /// <param name="cancellationToken">Cancels before the code is looked at; a code that was looked at is counted.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy.</exception>
    ValueTask<SignInAnswer> UseBackupCodeAsync(AccountId account, Surface surface, CodeInput code, SignInContext? context = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// The ways in that an account has set up, and which of them are open now. It is what staff see of who "no longer has this phone". An account without
    /// verification has none, and needs none.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Exception">What is stored cannot be read: the store's own exception.</exception>
    ValueTask<ValueList<SignInWay>> GetWaysAsync(AccountId account, CancellationToken cancellationToken = default);
}

/// <summary>What a host knows of the browser that signs in, beside the password. Immutable and thread-safe.</summary>
public sealed record SignInContext
{
    /// <summary>The challenge that this browser's session has already, or null: so it keeps its number when the page is loaded again.</summary>
    public ChallengeId? Continues { get; init; }

    /// <summary>Where the browser seems to be, for the prompt in the app; what is longer than <see cref="SignIn.MaxContextLength"/> is cut.</summary>
    public string? Place { get; init; }

    /// <summary>What browser it is, for the prompt in the app; what is longer than <see cref="SignIn.MaxContextLength"/> is cut.</summary>
    public string? Browser { get; init; }

    /// <summary>See <see cref="Caller.Language"/>.</summary>
    public string? Language { get; init; }

    /// <summary>See <see cref="Caller.CorrelationId"/>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>
    /// Recognises an answer that is sent twice, or null: a wrong code that comes again under the same key, for the same challenge, is not counted again. It has
    /// the form of <see cref="Caller.IdempotencyKey"/>. An answer that lets in is never repeated, and nothing else at sign-in takes notice of it.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>One way in. Immutable; compares by value.</summary>
/// <param name="Method">The way.</param>
/// <param name="Refusal">Why it is not open now, or null where it is.</param>
public sealed record SignInWay(SignInMethod Method, Refusal? Refusal)
{
    /// <summary>Whether it is open now.</summary>
    public bool IsOpen => Refusal is null;
}

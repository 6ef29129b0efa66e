using NodaTime;

namespace LoginVerification;

/// <summary>
/// What beginning a sign-in came to. A closed set. For an account whose verification is enabled it is never <see cref="NotEnrolled"/>, whatever failed.
/// Immutable; compares by value.
/// </summary>
[JsonDerivedType(typeof(NotEnrolled))]
[JsonDerivedType(typeof(Challenged))]
[JsonDerivedType(typeof(Blocked))]
public abstract record SignInStart
{
    private SignInStart() { }

    /// <summary>Which answer it is, as JSON names it: <c>notEnrolled</c>, <c>challenged</c> or <c>blocked</c>.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        NotEnrolled => "notEnrolled",
        Challenged => "challenged",
        Blocked => "blocked",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Verification is not enabled: the password suffices.</summary>
    public sealed record NotEnrolled : SignInStart;

    /// <summary>The owner was asked.</summary>
    /// <param name="Challenge">What the page shows.</param>
    public sealed record Challenged(SignInChallenge Challenge) : SignInStart;

    /// <summary>Verification is enabled, and the owner cannot be asked now. Never let the password alone suffice.</summary>
    /// <param name="Refusal">Why, and the ways out.</param>
    public sealed record Blocked(Refusal Refusal) : SignInStart;
}

/// <summary>What a sign-in page shows. Immutable; compares by value, but for the number to match.</summary>
/// <param name="Id">The challenge. It is the browser's secret: keep it in the session that waits for the second factor, and in no address.</param>
/// <param name="Channel">Where the owner was asked.</param>
/// <param name="ExpiresAt">From when on no answer counts.</param>
public sealed record SignInChallenge(ChallengeId Id, VerificationChannel Channel, [property: JsonConverter(typeof(InstantJsonConverter))] Instant ExpiresAt)
{
    /// <summary>The number that the code went to, masked; null where the app was asked.</summary>
    public string? Phone { get; init; }

    /// <summary>What is typed into the app; null where a code was sent.</summary>
    public MatchingNumber? NumberToMatch { get; init; }

    /// <summary>How far the code, or the push, came; null where the app was asked and no device can be woken, so that the owner opens the app.</summary>
    public CodeDelivery? Delivery { get; init; }

    /// <summary>What leads on for who does not have the phone at hand: a backup code, where there is one, or the host's staff.</summary>
    public ValueList<WayOut> WithoutPhone { get; init; } = [];
}

/// <summary>What an answer came to. A closed set. Immutable; compares by value.</summary>
[JsonDerivedType(typeof(Approved))]
[JsonDerivedType(typeof(Refused))]
public abstract record SignInAnswer
{
    private SignInAnswer() { }

    /// <summary>Which answer it is, as JSON names it: <c>approved</c> or <c>refused</c>.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        Approved => "approved",
        Refused => "refused",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The second factor was given, now and to this caller: sign in, with <see cref="AuthenticationFactors.MultiFactor"/>.</summary>
    /// <param name="Method">With what.</param>
    public sealed record Approved(SignInMethod Method) : SignInAnswer
    {
        /// <summary>How many backup codes are left where one was used; else null. Without the phone its owner should register another one now.</summary>
        public int? BackupCodesLeft { get; init; }
    }

    /// <summary>Not now, or not so. While <see cref="RefusalCode.SignInUnanswered"/>, ask again.</summary>
    /// <param name="Refusal">Why, and the ways out.</param>
    public sealed record Refused(Refusal Refusal) : SignInAnswer;
}

/// <summary>What a device shows of an open sign-in. Immutable; compares by value.</summary>
/// <param name="Challenge">The challenge.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="ExpiresAt">From when on no answer counts.</param>
/// <param name="Surface">Where: the name of the surface.</param>
public sealed record SignInPrompt(
    ChallengeId Challenge,
    [property: JsonConverter(typeof(InstantJsonConverter))] Instant BegunAt,
    [property: JsonConverter(typeof(InstantJsonConverter))] Instant ExpiresAt,
    Surface Surface)
{
    /// <summary>Where the browser seems to be, as the host says, or null.</summary>
    public string? Place { get; init; }

    /// <summary>What browser it is, as the host says, or null.</summary>
    public string? Browser { get; init; }
}

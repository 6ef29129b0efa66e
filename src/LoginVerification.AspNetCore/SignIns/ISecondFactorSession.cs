using Microsoft.AspNetCore.Http;

namespace LoginVerification;

/// <summary>
/// A browser that gave the password and waits for the second factor, as the host keeps it. By default it is a cookie that
/// <see cref="SecondFactorSessions.BeginSecondFactorAsync"/> writes; ASP.NET Core Identity has its own. Thread-safe.
/// </summary>
public interface ISecondFactorSession
{
    /// <summary>
    /// Who waits in this browser; null where nobody does, or where the host lets them in no more: the password was given too long ago, or is another one by now.
    /// </summary>
    /// <param name="context">The request.</param>
    ValueTask<PendingSignIn?> ReadAsync(HttpContext context);

    /// <summary>
    /// Remembers who waits in this browser. Without a challenge the password was given now. With one it was given before: that prolongs nothing, and where nobody
    /// waits any more nothing is kept. A later read in the same request finds it.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="pending">Who waits.</param>
    ValueTask KeepAsync(HttpContext context, PendingSignIn pending);

    /// <summary>Begins the session, with both factors where there is an answer, and forgets who waited.</summary>
    /// <param name="context">The request.</param>
    /// <param name="pending">Who waited.</param>
    /// <param name="answer">What the second factor came to; null where verification is off, so that the password sufficed.</param>
    /// <param name="remembersBrowser">Whether the user wants this browser to be asked no more; a host that keeps no such thing takes no notice.</param>
    /// <returns>
    /// Whether the session has begun. False where the host lets nobody in all the same: the account was locked meanwhile, the host's own second factor is asked
    /// for, or the password alone suffices no more, because it was given too long ago.
    /// </returns>
    ValueTask<bool> LetInAsync(HttpContext context, PendingSignIn pending, SignInAnswer.Approved? answer, bool remembersBrowser);
}

/// <summary>Who gave the password and waits for the second factor. Immutable; compares by value.</summary>
/// <param name="Account">Whose password it was.</param>
/// <param name="Challenge">The challenge, which is this browser's secret; null before the owner was asked, or where they could not be.</param>
/// <param name="Channel">Over which channel the owner was asked; null likewise.</param>
public sealed record PendingSignIn(AccountId Account, ChallengeId? Challenge = null, VerificationChannel? Channel = null)
{
    /// <summary>Who waits once the owner was asked: with the challenge that they were given, if there is one.</summary>
    internal PendingSignIn After(SignInStart start) => start is SignInStart.Challenged(var challenge) ? this with { Challenge = challenge.Id, Channel = challenge.Channel } : this;

    /// <summary>The account alone: the challenge is the browser's secret.</summary>
    public override string ToString() => $"PendingSignIn {{ Account = {Account} }}";
}

#region sign in
using System.Globalization;
using LoginVerification;

namespace Example;

/// <summary>What a session holds between the password and the second factor. It is signed in to nothing yet. Keep it on the server, or in a protected cookie.</summary>
public sealed class WaitingSession
{
    public required AccountId Account { get; init; }

    /// <summary>The browser's secret: in no address, and in no page.</summary>
    public ChallengeId? Challenge { get; set; }
}

public sealed class SignIn(ISignInService signIns, TimeProvider time)
{
    private static readonly Surface Web = Surface.Parse("web");

    /// <summary>What comes after the right password, and when the page is loaded again.</summary>
    public async Task<SignInStart> BeginAsync(WaitingSession session, string browser, CancellationToken cancellationToken)
    {
        var context = new SignInContext { Continues = session.Challenge, Browser = browser, Language = CultureInfo.CurrentUICulture.Name };
        var start = await signIns.BeginAsync(session.Account, Web, context, cancellationToken);
        session.Challenge = (start as SignInStart.Challenged)?.Challenge.Id;
        return start;
    }

    /// <summary>What the page says then.</summary>
    public static string Tell(SignInStart start) => start switch
    {
        SignInStart.NotEnrolled => "You are signed in.", // the password suffices
        SignInStart.Challenged { Challenge: { NumberToMatch: { } number } } => $"Open the app and type {number.Text}.",
        SignInStart.Challenged { Challenge: var code } => $"We have sent a code to {code.Phone}.",
        SignInStart.Blocked { Refusal: var no } => $"We cannot ask you now ({no.Code}). You can: {string.Join(", or ", no.WaysOut)}.", // never signed in
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The code by SMS.</summary>
    public async Task<SignInAnswer?> GiveCodeAsync(WaitingSession session, CodeInput code, CancellationToken cancellationToken) =>
        session.Challenge is { } challenge ? await signIns.AnswerAsync(session.Account, Web, challenge, code, cancellationToken: cancellationToken) : null;

    /// <summary>A backup code, for who does not have the phone. It needs no challenge.</summary>
    public async Task<SignInAnswer> GiveBackupCodeAsync(WaitingSession session, CodeInput code, CancellationToken cancellationToken) =>
        await signIns.UseBackupCodeAsync(session.Account, Web, code, cancellationToken: cancellationToken);

    /// <summary>The loop for the app: asks until the owner has answered there, or nobody can any more.</summary>
    public async Task<SignInAnswer?> WaitForAppAsync(WaitingSession session, CancellationToken cancellationToken)
    {
        while (session.Challenge is { } challenge)
        {
            var answer = await signIns.CompleteAsync(session.Account, Web, challenge, cancellationToken: cancellationToken);
            if (answer is not SignInAnswer.Refused { Refusal.Code: RefusalCode.SignInUnanswered })
                return answer;
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }

        return null;
    }
}
#endregion

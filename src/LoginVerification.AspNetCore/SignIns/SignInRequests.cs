using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>The steps of a sign-in, with what a request says of the browser that it comes from. It keeps nothing and lets nobody in.</summary>
internal sealed class SignInRequests(ISignInService signIns, IOptions<LoginVerificationHttpOptions> options)
{
    /// <summary>Asks the owner. Whoever has a challenge already goes on with it.</summary>
    public ValueTask<SignInStart> BeginAsync(HttpContext context, PendingSignIn pending) =>
        signIns.BeginAsync(pending.Account, SurfaceOf(context), ContextOf(context, pending), context.RequestAborted);

    /// <summary>The same code, or the same push, once more.</summary>
    public ValueTask<SignInStart> ResendAsync(HttpContext context, PendingSignIn pending) => pending.Challenge is { } challenge
        ? signIns.ResendAsync(pending.Account, SurfaceOf(context), challenge, ContextOf(context, pending), context.RequestAborted)
        : BeginAsync(context, pending);

    /// <summary>A code by SMS is compared; over the app it is asked whether the owner has said yes, whatever was typed.</summary>
    public ValueTask<SignInAnswer> AnswerAsync(HttpContext context, PendingSignIn pending, CodeInput code, string? idempotencyKey = null) => pending switch
    {
        { Challenge: { } challenge, Channel: VerificationChannel.Sms } => signIns.AnswerAsync(pending.Account, SurfaceOf(context), challenge, code, ContextOf(context, pending) with { IdempotencyKey = idempotencyKey }, context.RequestAborted),
        { Challenge: { } challenge } => signIns.CompleteAsync(pending.Account, SurfaceOf(context), challenge, ContextOf(context, pending), context.RequestAborted),
        _ => ValueTask.FromResult<SignInAnswer>(new SignInAnswer.Refused(new Refusal(RefusalCode.SignInNotOpen, new RefusalSource.Lifecycle()) { WaysOut = [new WayOut.BeginSignIn()] })),
    };

    /// <summary>A backup code in place of the phone.</summary>
    public ValueTask<SignInAnswer> UseBackupCodeAsync(HttpContext context, PendingSignIn pending, CodeInput code) =>
        signIns.UseBackupCodeAsync(pending.Account, SurfaceOf(context), code, ContextOf(context, pending), context.RequestAborted);

    private Surface SurfaceOf(HttpContext context) => options.Value.Surface(context);

    private SignInContext ContextOf(HttpContext context, PendingSignIn pending) => options.Value.SignInContextOf(context, pending.Challenge);
}

using Microsoft.AspNetCore.Http;
using NodaTime;

namespace LoginVerification.Pages;

/// <summary>
/// Where the sign-in of a browser stands, for each page that shows it. A push that is over stays told, and no page that is loaded again sends another one: a no has
/// to be seen, and to ask anew is the user's to choose.
/// </summary>
internal sealed class ShownSignIn(SignInFlow flow, ISecondFactorSession session, IEnrolmentStore store, TimeProvider time)
{
    /// <summary>What was asked, or why nothing is; null where nobody waits.</summary>
    public async ValueTask<SignInStart?> ReadAsync(HttpContext context) =>
        // What is over lets nobody in any more: the answer says why, with the ways out.
        await IsOverAsync(context).ConfigureAwait(false) && await flow.AnswerAsync(context, "").ConfigureAwait(false) is SignInAnswer.Refused(var refusal)
            ? new SignInStart.Blocked(refusal)
            : await flow.BeginAsync(context).ConfigureAwait(false);

    private async ValueTask<bool> IsOverAsync(HttpContext context)
    {
        if (await session.ReadAsync(context).ConfigureAwait(false) is not { Channel: VerificationChannel.AppPush, Challenge: { } shown } pending)
            return false;
        try
        {
            return await store.LoadAsync(pending.Account, context.RequestAborted).ConfigureAwait(false) is { ActiveChannel: VerificationChannel.AppPush } enrolment
                && !(enrolment.SignIn is { Ended: null, Challenge: var challenge } && challenge.Id == shown && challenge.IsAlive(Instant.FromDateTimeOffset(time.GetUtcNow())));
        }
#pragma warning disable CA1031 // Whatever a store throws: to begin tells that nothing can be read.
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoginVerification.Pages;

/// <summary>How many more wrong codes the code in question stands. A refusal does not say it, the snapshot does. Null where the refusal is about nothing that is tried.</summary>
internal sealed class TriesLeft(IEnrolmentStore store, EnrolmentPolicy policy, IOptions<LoginVerificationHttpOptions> options, ISecondFactorSession session)
{
    /// <summary>Of the code that confirms a number.</summary>
    public async ValueTask<int?> OfAsync(HttpContext context, Refusal refusal) => refusal.Code is RefusalCode.WrongCode && options.Value.Account(context) is { } account
        ? After((await store.LoadAsync(account, context.RequestAborted).ConfigureAwait(false))?.Pending?.Challenge)
        : null;

    /// <summary>Of the code of a sign-in. A stranger with the password learns no more by it than by wrong codes until one locks; the owner learns that somebody else tries.</summary>
    public async ValueTask<int?> OfSignInAsync(HttpContext context, Refusal refusal) => refusal.Code is RefusalCode.WrongCode && await session.ReadAsync(context).ConfigureAwait(false) is { } pending
        ? After((await store.LoadAsync(pending.Account, context.RequestAborted).ConfigureAwait(false))?.SignIn?.Challenge is { } challenge && challenge.Id == pending.Challenge ? challenge : null)
        : null;

    private int? After(Challenge? challenge) => policy.Document.Code.WrongTries - challenge?.WrongTries;
}

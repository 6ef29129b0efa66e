using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoginVerification.Pages;

/// <summary>How many more wrong codes a pending code stands. A refusal does not say it, the snapshot does.</summary>
internal sealed class TriesLeft(IEnrolmentStore store, EnrolmentPolicy policy, IOptions<LoginVerificationHttpOptions> options)
{
    /// <summary>The tries, or null where the refusal is about nothing that is tried.</summary>
    public async ValueTask<int?> OfAsync(HttpContext context, Refusal refusal) =>
        refusal.Code is RefusalCode.WrongCode && options.Value.Account(context) is { } account
            && await store.LoadAsync(account, context.RequestAborted).ConfigureAwait(false) is { Pending.Challenge: var challenge }
            ? policy.Document.Code.WrongTries - challenge.WrongTries
            : null;
}

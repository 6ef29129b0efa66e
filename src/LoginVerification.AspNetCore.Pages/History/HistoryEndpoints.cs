using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoginVerification.Pages;

/// <summary>The owner's own audit trail.</summary>
internal static class HistoryEndpoints
{
    private const int PageSize = 25;

    public static async Task<IResult> ShowAsync(HttpContext context, IEnrolmentHistory history, IOptions<LoginVerificationHttpOptions> options)
    {
        var scope = new PageScope(context, 1);
        var account = options.Value.Account(context) ?? throw new InvalidOperationException("Nobody is signed in.");
        // What only repeats a request says nothing to the owner.
        var events = (await history.ReadAsync(account, 1, context.RequestAborted).ConfigureAwait(false)).Where(happened => happened is not RequestHandled).ToList();
        var skipped = int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, events.Count) : 0;
        var shown = events.AsEnumerable().Reverse().Skip(skipped).Take(PageSize).ToList();
        int? older = skipped + shown.Count < events.Count ? skipped + shown.Count : null;
        return scope.Draw<HistoryPage>(StatusCodes.Status200OK, ("Events", shown), ("Older", older), ("IsNewest", skipped == 0));
    }
}

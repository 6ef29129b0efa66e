using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LoginVerification.Pages;

/// <summary>The owner's own audit trail.</summary>
internal static class HistoryEndpoints
{
    private const int PageSize = 25;

    public static async Task<IResult> ShowAsync(HttpContext context, IEnrolmentStore store, IEnrolmentHistory history)
    {
        var scope = new PageScope(context, 1);
        var account = OwnerRequests.AccountOf(context);
        var newest = (await store.LoadAsync(account, context.RequestAborted).ConfigureAwait(false))?.Version ?? 0;
        var last = long.TryParse(context.Request.Query["upTo"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, Math.Min(1, newest), newest) : newest;
        var first = Math.Max(1, last - PageSize + 1);
        var events = last == 0 ? [] : await history.ReadAsync(account, first, (int)(last - first + 1), context.RequestAborted).ConfigureAwait(false);
        // What only repeats a request says nothing to the owner: its page is shorter.
        var shown = events.Reverse().Where(happened => happened is not RequestHandled).ToList();
        long? older = first > 1 ? first - 1 : null;
        return scope.Draw<HistoryPage>(StatusCodes.Status200OK, ("Events", shown), ("Older", older), ("IsNewest", last == newest));
    }
}

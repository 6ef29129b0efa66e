using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>What reaches a host from elsewhere than its users.</summary>
internal sealed class Reports(IEnrolmentService enrolments, Func<string, IEnumerable<string>> accountsWithNumber)
{
    #region stop
    public async Task InboundAsync(string from, string text)
    {
        var word = text.Trim().ToUpperInvariant();
        if (word is not ("STOP" or "START"))
            return;
        foreach (var account in accountsWithNumber(from))
        {
            HostCommand command = word == "STOP" ? new OptOutOfDelivery(from) : new RestoreDelivery(from);
            await enrolments.HandleAsync(Caller.Carrier(AccountId.Parse(account)), command);
        }
    }
    #endregion

    #region import
    public async Task<IReadOnlyList<(string User, RefusalCode Code)>> ImportAsync(IEnumerable<OldUser> users)
    {
        var refused = new List<(string, RefusalCode)>();
        foreach (var user in users)
        {
            var import = new ImportVerifiedPhone(user.E164, user.VerifiedAt, user.TwoFactor ? VerificationChannel.Sms : null);
            if ((await enrolments.HandleAsync(Caller.Operator(AccountId.Parse(user.Id), "staff-1"), import)).Refusal is { } no)
                refused.Add((user.Id, no.Code)); // ImportNotPossible: there already, when the import runs again
        }

        return refused;
    }
    #endregion

    internal sealed record OldUser(string Id, string E164, Instant VerifiedAt, bool TwoFactor);
}

using LoginVerification;
using NodaTime;

namespace Example;

/// <summary>What reaches a host from elsewhere than its users.</summary>
public sealed class Reports(IEnrolmentService enrolments)
{
    #region stop
    public async Task InboundAsync(string from, string text)
    {
        var network = enrolments.ForCarrier();
        switch (InboundKeywords.Default.Read(text))
        {
            case InboundKeyword.Stop: await network.OptOutOfDeliveryAsync(from); break;
            case InboundKeyword.Start: await network.RestoreDeliveryAsync(from); break;
        }
    }
    #endregion

    #region import
    public async Task<IReadOnlyList<(string User, RefusalCode Code)>> ImportAsync(IEnumerable<OldUser> users, string staffId)
    {
        var refused = new List<(string, RefusalCode)>();
        foreach (var user in users)
        {
            var staff = enrolments.ForOperator(AccountId.Parse(user.Id), staffId);
            var result = await staff.ImportVerifiedPhoneAsync(user.E164, user.VerifiedAt, user.TwoFactor ? VerificationChannel.Sms : null);
            if (result.Refusal is { } no)
                refused.Add((user.Id, no.Code)); // ImportNotPossible: there already, when the import runs again
        }

        return refused;
    }

    public sealed record OldUser(string Id, string E164, Instant VerifiedAt, bool TwoFactor);
    #endregion
}

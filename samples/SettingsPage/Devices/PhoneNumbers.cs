using LoginVerification;
using LoginVerification.Ports;

namespace SettingsPage.Devices;

/// <summary>The numbers of the phone in an owner's hand.</summary>
internal static class PhoneNumbers
{
    /// <summary>The one that waits for its code first, then the verified one, then those of before.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(IEnrolmentStore enrolments, AccountId account)
    {
        if (await enrolments.LoadAsync(account, CancellationToken.None) is not { } enrolment)
            return [];
        PhoneNumber?[] numbers = [enrolment.Pending?.Details.Number, enrolment.Phone?.Details.Number, .. enrolment.FormerNumbers.Select(former => former.Number).Reverse()];
        return [.. numbers.OfType<PhoneNumber>().Select(number => number.E164).Distinct()];
    }
}

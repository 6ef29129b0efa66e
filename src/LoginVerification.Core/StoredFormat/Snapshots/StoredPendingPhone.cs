using NodaTime;

namespace LoginVerification;

/// <summary>A number that waits for its code, format 1.</summary>
internal sealed record StoredPendingPhone(StoredPhoneDetails Details, Instant LapsesAt, StoredChallenge Challenge)
{
    public static StoredPendingPhone? Of(PendingPhone? phone) =>
        phone is null ? null : new(StoredPhoneDetails.Of(phone.Details), phone.LapsesAt, StoredChallenge.Of(phone.Challenge));

    public PendingPhone ToPhone() => new(Details.ToDetails(), LapsesAt, Challenge.ToChallenge());
}

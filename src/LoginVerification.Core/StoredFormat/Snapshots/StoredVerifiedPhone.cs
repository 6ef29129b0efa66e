using NodaTime;

namespace LoginVerification;

/// <summary>A verified number, format 1.</summary>
internal sealed record StoredVerifiedPhone(StoredPhoneDetails Details, Instant VerifiedAt, bool NeedsReverification)
{
    public static StoredVerifiedPhone? Of(VerifiedPhone? phone) =>
        phone is null ? null : new(StoredPhoneDetails.Of(phone.Details), phone.VerifiedAt, phone.NeedsReverification);

    public VerifiedPhone ToPhone() => new(Details.ToDetails(), VerifiedAt) { NeedsReverification = NeedsReverification };
}

using System.Text.Json.Nodes;

namespace LoginVerification.Tests;

/// <summary>Texts as a store keeps them, one document at a time.</summary>
internal static class Stored
{
    /// <summary>An event that can be the last one of any save.</summary>
    public static EnrolmentEvent Last { get; } = new NoticeUndeliverable(NoticeKind.PhoneVerified) { Origin = new Origin(Given.Now, Initiator.Time, null) };

    public static StoredChange Save(Enrolment enrolment, params EnrolmentEvent[] events) =>
        StoredFormat.Write(new EnrolmentChange(new Enrolment(enrolment.Account) { Version = enrolment.Version - events.Length }, enrolment, [.. events], []));

    /// <summary>The text of a snapshot.</summary>
    public static string Text(Enrolment enrolment) => Save(enrolment, Last).Snapshot;

    /// <summary>The text of an event that is not the last one of its save.</summary>
    public static string Text(EnrolmentEvent happened) => Save(Given.NoPhone, happened, Last).Events[0];

    /// <summary>The text of an event that vouches for a snapshot as it stands there: what who can write both would write.</summary>
    public static string VoucherFor(string snapshot)
    {
        var voucher = JsonNode.Parse(Text(Last))!;
        voucher["snapshotDigest"] = StoredJson.Digest(StoredJson.Read(snapshot, StoredVersions.Snapshots), StoredVersions.Snapshots);
        return voucher.ToJsonString();
    }

    /// <summary>Reads a snapshot, whatever it says, if an event can vouch for it.</summary>
    public static Enrolment ReadVouched(string snapshot) => StoredFormat.ReadEnrolment(snapshot, VoucherFor(snapshot));

    /// <summary>There and back.</summary>
    public static Enrolment Again(Enrolment enrolment)
    {
        var saved = Save(enrolment, Last);
        return StoredFormat.ReadEnrolment(saved.Snapshot, saved.Events[^1]);
    }
}

using FsCheck.Xunit;

namespace LoginVerification.Tests;

[Properties(Arbitrary = [typeof(StoredGenerators)], MaxTest = 500)]
public sealed class StoredRoundTripTests
{
    [Property]
    public void Any_snapshot_comes_back_as_it_was(Enrolment enrolment) => Assert.Equal(enrolment, Stored.Again(enrolment));

    [Property]
    public void Any_event_comes_back_as_it_was(EnrolmentEvent happened) => Assert.Equal(happened, StoredFormat.ReadEvent(Stored.Text(happened)));

    [Property]
    public void A_damaged_snapshot_is_read_as_what_it_was_or_refused(Enrolment enrolment, uint place, char damage)
    {
        var saved = Stored.Save(enrolment, Stored.Last);
        if (ReadOrRefused(() => StoredFormat.ReadEnrolment(Damage(saved.Snapshot, place, damage), saved.Events[^1])) is { } read)
            Assert.Equal(enrolment, read);
    }

    [Property]
    public void A_damaged_event_is_read_or_refused(EnrolmentEvent happened, uint place, char damage) =>
        ReadOrRefused(() => StoredFormat.ReadEvent(Damage(Stored.Text(happened), place, damage)));

    [Property]
    public void A_damaged_last_event_vouches_for_the_snapshot_or_for_nothing(Enrolment enrolment, uint place, char damage)
    {
        var saved = Stored.Save(enrolment, Stored.Last);
        if (ReadOrRefused(() => StoredFormat.ReadEnrolment(saved.Snapshot, Damage(saved.Events[^1], place, damage))) is { } read)
            Assert.Equal(enrolment, read);
    }

    [Property]
    public void Any_text_is_refused(string? text)
    {
        Assert.Throws<StoredDataException>(() => StoredFormat.ReadEnrolment(text ?? "", Stored.Text(Stored.Last)));
        Assert.Throws<StoredDataException>(() => StoredFormat.ReadEnrolment(Stored.Text(Given.NoPhone), text ?? ""));
        Assert.Throws<StoredDataException>(() => StoredFormat.ReadEvent(text ?? ""));
    }

    private static string Damage(string json, uint place, char damage)
    {
        var at = (int)(place % (uint)json.Length);
        return place % 3 is 0 ? json[..at] : $"{json[..at]}{damage}{json[(at + 1)..]}";
    }

    private static object? ReadOrRefused(Func<object> read)
    {
        try
        {
            return read();
        }
        catch (StoredDataException refused)
        {
            Assert.DoesNotMatch(@"\d{5}", refused.Message);
            return null;
        }
    }
}

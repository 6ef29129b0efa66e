using FsCheck.Xunit;

namespace LoginVerification.Tests;

[Properties(Arbitrary = [typeof(StoredGenerators)], MaxTest = 500)]
public sealed class StoredRoundTripTests
{
    [Property]
    public void Any_snapshot_comes_back_as_it_was(Enrolment enrolment) =>
        Assert.Equal(enrolment, StoredFormat.ReadEnrolment(StoredFormat.Write(enrolment)));

    [Property]
    public void Any_event_comes_back_as_it_was(EnrolmentEvent happened) =>
        Assert.Equal(happened, StoredFormat.ReadEvent(StoredFormat.Write(happened)));

    [Property]
    public void A_damaged_snapshot_is_read_or_refused(Enrolment enrolment, uint place, char damage) =>
        ReadOrRefused(() => StoredFormat.ReadEnrolment(Damage(StoredFormat.Write(enrolment), place, damage)));

    [Property]
    public void A_damaged_event_is_read_or_refused(EnrolmentEvent happened, uint place, char damage) =>
        ReadOrRefused(() => StoredFormat.ReadEvent(Damage(StoredFormat.Write(happened), place, damage)));

    [Property]
    public void Any_text_is_refused(string? text)
    {
        Assert.Throws<StoredDataException>(() => StoredFormat.ReadEnrolment(text ?? ""));
        Assert.Throws<StoredDataException>(() => StoredFormat.ReadEvent(text ?? ""));
    }

    private static string Damage(string json, uint place, char damage)
    {
        var at = (int)(place % (uint)json.Length);
        return place % 3 is 0 ? json[..at] : $"{json[..at]}{damage}{json[(at + 1)..]}";
    }

    private static void ReadOrRefused(Func<object> read)
    {
        try
        {
            Assert.NotNull(read());
        }
        catch (StoredDataException refused)
        {
            Assert.DoesNotMatch(@"\d{5}", refused.Message);
        }
    }
}

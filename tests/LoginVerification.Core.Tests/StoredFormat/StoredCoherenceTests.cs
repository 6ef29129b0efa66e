using System.Text.Json.Nodes;
using static LoginVerification.Tests.StoredEdits;

namespace LoginVerification.Tests;

/// <summary>Parts that can be read, and that together cannot have come about or would break what is computed with them, are refused.</summary>
public sealed class StoredCoherenceTests
{
    private static readonly string Snapshot = Stored.Text(Samples.Filled(AccountId.Parse("alice"), 42));
    private static readonly string Event = Stored.Text(Samples.Events[0]);

    [Theory]
    [InlineData("version", "-1", "no snapshot has such a version")]
    [InlineData("version", "0", "no snapshot has such a version")]
    [InlineData("version", "9223372036854775807", "no snapshot has such a version")]
    [InlineData("id", "null", "the enrolment has no id")]
    [InlineData("changedAt", "null", "it is not known when")]
    [InlineData("changedAt", "\"2026-01-15T11:59:59Z\"", "something happened after the last event")]
    [InlineData("phone", "null", "a channel is active, and no phone is verified")]
    [InlineData("phone/verifiedAt", "\"2026-01-16T00:00:00Z\"", "something happened after the last event")]
    [InlineData("phoneRemovedAt", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    [InlineData("pending/challenge/number", "\"+12025550123\"", "the code of a pending number is for another number")]
    [InlineData("pending/challenge/purpose", "\"SignIn\"", "the code of a pending number is for another purpose")]
    [InlineData("pending/challenge/wrongTries", "-1", "a code has as many wrong tries as none can have")]
    [InlineData("pending/challenge/wrongTries", "11", "a code has as many wrong tries as none can have")]
    [InlineData("pending/challenge/digits", "5", "a code has as many digits as none can have")]
    [InlineData("pending/challenge/digits", "9", "a code has as many digits as none can have")]
    [InlineData("pending/challenge/issuedAt", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    [InlineData("pending/challenge/expiresAt", "\"2020-01-01T00:00:00Z\"", "a code expires before it is issued")]
    [InlineData("pending/challenge/expiresAt", "\"2027-01-01T00:00:00Z\"", "a code lives longer than any may")]
    [InlineData("pending/challenge/id", "\"first\"", "the code that counts is one of those that do not")]
    [InlineData("earlierChallenges/1/id", "\"first\"", "one code was issued twice")]
    [InlineData("earlierChallenges/1/wrongTries", "-1", "a code has as many wrong tries as none can have")]
    [InlineData("failures/0/count", "0", "a number has fewer wrong codes than one")]
    [InlineData("failures/0/count", "2147483647", "there are more wrong codes than can be tried")]
    [InlineData("failures/1", "{\"purpose\":\"Enrol\",\"number\":\"+447700900123\",\"count\":1}", "the wrong codes of one number are counted twice")]
    [InlineData("locks/0/purpose", "\"SignIn\"", "one purpose is locked twice")]
    [InlineData("sends/0/at", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    [InlineData("optedOut/0/number", "\"+447700900123\"", "the numbers that opted out are too many, or one comes twice")]
    [InlineData("formerNumbers/0/number", "\"+447700900123\"", "the former numbers are too many, or one comes twice")]
    [InlineData("channelChanges/0", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    [InlineData("inAppNotices/0/kind", "\"PhoneReplaced\"", "there are two notices of one kind")]
    [InlineData("activeChannel", "null", "there are backup codes that nobody was given")]
    [InlineData("activeChannel", "\"Sms\"", "a sign-in is over a channel that does not protect")]
    [InlineData("signIn/channel", "\"Sms\"", "a sign-in is over a channel that does not protect")]
    [InlineData("signIn/challenge/purpose", "\"Enrol\"", "the code of a sign-in is for another purpose")]
    [InlineData("signIn/challenge/number", "\"+447700900123\"", "the code of a sign-in is for another number")]
    [InlineData("signIn/challenge/digits", "6", "a number to match has other digits than it can have")]
    [InlineData("signIn/challenge/digits", "1", "a number to match has other digits than it can have")]
    [InlineData("signIn/challenge/wrongTries", "11", "a code has as many wrong tries as none can have")]
    [InlineData("signIn/challenge/issuedAt", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    [InlineData("signIn/challenge/expiresAt", "\"2020-01-01T00:00:00Z\"", "a code expires before it is issued")]
    [InlineData("signIn/challenge/expiresAt", "\"2027-01-01T00:00:00Z\"", "a code lives longer than any may")]
    [InlineData("signIn/ended", "\"Issued\"", "a sign-in ended and is open")]
    [InlineData("signIn/ended", "\"None\"", "a sign-in ended and is open")]
    [InlineData("devices/0/id", "\"00112233445566778899aabbccddeeff\"", "the devices are too many, or one comes twice")]
    [InlineData("devices/1/key", "\"BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU\"", "the devices are too many, or one comes twice")]
    [InlineData("devicesBound", "1", "there are more devices than were bound")]
    [InlineData("devices/0/name", "\"\"", "a device has a name that none has")]
    [InlineData("devices/0/boundAt", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    [InlineData("backupCodes/iterations", "0", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/iterations", "2147483647", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/salt", "\"salt\"", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/codes/0/number", "10", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/codes/0/number", "0", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/codes/0/number", "11", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/codes/0/hash", "\"\"", "there are backup codes that nobody was given")]
    [InlineData("backupCodes/codes/0/hash", "\"hash\"", "there are backup codes that nobody was given")]
    [InlineData("requests/0/at", "\"2026-01-15T12:00:01Z\"", "something happened after the last event")]
    public void A_snapshot_that_contradicts_itself_is_refused(string key, string value, string reason) =>
        Refused(reason, () => Stored.ReadVouched(With(Snapshot, key, JsonNode.Parse(value))));

    [Theory]
    [InlineData("sends", StoredBounds.MaxSends, "there are more codes than can be sent")]
    [InlineData("optedOut", Enrolment.MaxOptedOut, "the numbers that opted out are too many")]
    [InlineData("formerNumbers", Enrolment.MaxFormerNumbers, "the former numbers are too many")]
    [InlineData("requests", Enrolment.MaxRequests, "there are more requests than are kept")]
    public void A_list_that_is_longer_than_what_is_kept_is_refused(string list, int most, string reason)
    {
        Stored.ReadVouched(WithItems(list, most));
        Refused(reason, () => Stored.ReadVouched(WithItems(list, most + 1)));
    }

    /// <summary>An open sign-in was confirmed on a device of the account, over the app; one that ended may outlive its device.</summary>
    [Fact]
    public void A_sign_in_is_confirmed_by_a_device_of_the_account_over_the_app_alone()
    {
        var ended = GivenSignIns.AppConfirmed.Ended(SignInState.Approved) with { Devices = [GivenSignIns.Tablet] };

        Assert.Equal(GivenSignIns.AppConfirmed, Stored.Again(GivenSignIns.AppConfirmed));
        Assert.Equal(ended, Stored.Again(ended));
        Refused("a sign-in was confirmed where nobody was asked", () => Stored.Text(GivenSignIns.AppConfirmed with { Devices = [GivenSignIns.Tablet] }));
        Refused("a sign-in was confirmed where nobody was asked", () => Stored.Text(GivenSignIns.SmsAsked.With(signIn => signIn with { ConfirmedBy = GivenSignIns.Phone.Id })));
    }

    /// <summary>Before devices were kept here an app protected as well, with the host's own. Nobody is asked over it, and it is no contradiction.</summary>
    [Fact]
    public void An_app_without_a_device_can_be_read()
    {
        var old = Given.VerificationEnabled with { ActiveChannel = VerificationChannel.AppPush };
        Assert.Equal(old, Stored.Again(old));
    }

    [Fact]
    public void Wrong_codes_over_several_numbers_count_together()
    {
        static Enrolment With(params int[] counts) => Given.NoPhone with
        {
            Failures = [.. counts.Select((count, i) => new WrongCodes(CodePurpose.SignIn, PhoneNumber.Parse($"+4477009001{i:00}"), count))],
        };

        Assert.Equal(With(60, 40), Stored.Again(With(60, 40)));
        Refused("there are more wrong codes than can be tried", () => Stored.Text(With(60, 41)));
        Refused("there are more wrong codes than can be tried", () => Stored.Text(With(int.MaxValue, int.MaxValue)));
    }

    /// <summary>A release with a stricter policy still reads what an earlier one stored, so that the format's bounds are its own; they must not be below the policy's.</summary>
    [Fact]
    public void What_a_policy_allows_can_be_stored()
    {
        Assert.True(StoredBounds.MinDigits <= PolicyBounds.Digits.Least && StoredBounds.MaxDigits >= PolicyBounds.Digits.Most);
        Assert.True(StoredBounds.MaxLife >= PolicyBounds.Life.Most);
        Assert.True(StoredBounds.MaxWrongTries >= PolicyBounds.WrongTries.Most);
        Assert.True(StoredBounds.MaxFailures >= PolicyBounds.FinalFailures.Most);
        Assert.True(StoredBounds.MaxSends >= PolicyBounds.PerAccount.Most);
        Assert.True(StoredBounds.MaxWrongTries >= PolicyBounds.NumberTries.Most && StoredBounds.MaxLife >= PolicyBounds.PushLife.Most);
        Assert.True(StoredBounds.MaxSends >= PolicyBounds.SignInCodes.Most + PolicyBounds.Pushes.Most);
    }

    [Fact]
    public void An_event_that_contradicts_itself_is_neither_read_nor_written()
    {
        Refused("the code of a pending number is for another number", () => StoredFormat.ReadEvent(With(Event, "phone/number", "+12025550123")));
        Refused("a code expires before it is issued", () => Stored.Text(new CodeReissued(Expired, Samples.Now) { Origin = Given.ByUser }));
        Refused("the channel changed to itself", () => Stored.Text(new ChannelChanged(VerificationChannel.Sms, VerificationChannel.Sms, Samples.Now) { Origin = Given.ByUser }));
        Refused("a code expires before it is issued", () => Stored.Text(new SignInBegun(SignInSamples.Begun(GivenSignIns.OverSms).SignIn with { Challenge = Expired }, Samples.Now) { Origin = GivenSignIns.BySignIn }));
        Refused("a number to match has other digits", () => Stored.Text(new SignInBegun(GivenSignIns.AppAsked.WithAsked(challenge => challenge with { Digits = 6 }).SignIn!, Samples.Now) { Origin = GivenSignIns.BySignIn }));
        Refused("no set of backup codes is like that", () => Stored.Text(new BackupCodesIssued(GivenSignIns.Codes with { Iterations = 0 }) { Origin = Given.ByUser }));
        Refused("the backup codes are too many, or one comes twice", () => Stored.Text(new BackupCodesIssued(GivenSignIns.Codes with { Codes = [GivenSignIns.Codes.Codes[0], GivenSignIns.Codes.Codes[0]] }) { Origin = Given.ByUser }));
        Refused("no device has such a name", () => Stored.Text(new DeviceBound(GivenSignIns.Phone with { Name = "" }) { Origin = GivenSignIns.ByDevice }));
        Refused("no device has such a name", () => Stored.Text(new DeviceRenamed(GivenSignIns.Phone.Id, new string('n', 65)) { Origin = Given.ByUser }));
        Refused("fewer wrong codes than one were forgiven", () => Stored.Text(new Unlocked(0) { Origin = Given.ByUser }));
    }

    /// <summary>The snapshot with so many items in a list, each with a number of its own.</summary>
    private static string WithItems(string list, int count)
    {
        var root = JsonNode.Parse(Snapshot)!;
        var item = root[list]![0]!;
        root[list] = new JsonArray([.. Enumerable.Range(0, count).Select(i => Numbered(item.DeepClone(), i))]);
        return root.ToJsonString();

        static JsonNode Numbered(JsonNode item, int i)
        {
            if (item["number"] is not null)
                item["number"] = $"+447700900{i:000}";
            return item;
        }
    }

    private static Challenge Expired
    {
        get
        {
            var issued = Given.Challenge(Samples.British.Number, "issued", Samples.Now);
            return issued with { ExpiresAt = issued.IssuedAt };
        }
    }

    private static void Refused(string reason, Func<object> act) =>
        Assert.Contains(reason, Assert.Throws<StoredDataException>(act).Message, StringComparison.Ordinal);
}

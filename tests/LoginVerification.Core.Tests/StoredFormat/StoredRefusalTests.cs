using System.Text.Json.Nodes;
using LoginVerification.Contracts;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What cannot be trusted is refused in words, and no number is among them.</summary>
public sealed class StoredRefusalTests
{
    private const string Number = "+447700900123";

    private static readonly string Snapshot = Stored.Text(Samples.Filled(AccountId.Parse("alice"), 42));
    private static readonly string Event = Stored.Text(Samples.Events[0]);

    public static TheoryData<string> SnapshotKeys => [.. PathsIn(JsonNode.Parse(Snapshot)!, "")];

    public static TheoryData<string> EventKeys => [.. PathsIn(JsonNode.Parse(Event)!, "")];

    [Theory]
    [InlineData("", "no well-formed JSON")]
    [InlineData("{", "no well-formed JSON")]
    [InlineData("null", "it is no JSON object")]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("{}", "does not say what it is")]
    [InlineData("{\"v\":1}", "does not say what it is")]
    [InlineData("{\"type\":\"Enrolment\"}", "does not say what it is")]
    [InlineData("{\"type\":\"PhoneEaten\",\"v\":1}", "$.type: this release knows no such type")]
    [InlineData("{\"type\":\"codeMatched\",\"v\":1}", "$.type: this release knows no such type")]
    [InlineData("{\"type\":\"alice@example.com\",\"v\":1}", "$.type: this release knows no such type")]
    [InlineData("{\"type\":\"\\uD83D\",\"v\":1}", "$: ")]
    [InlineData("{\"type\":7,\"v\":1}", "$.type: this release knows no such type")]
    [InlineData("{\"type\":null,\"v\":1}", "$.type: this release knows no such type")]
    [InlineData("{\"type\":\"Enrolment\",\"v\":1,\"v\":1}", "a key comes twice")]
    public void What_is_no_document_of_a_known_type_is_refused(string json, string reason)
    {
        Refused(reason, () => ReadEnrolment(json));
        Refused(reason, () => StoredFormat.ReadEvent(json));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void A_version_that_this_release_does_not_read_is_refused(string version)
    {
        Refused("$.v: this release reads Enrolment in version 1.", () => ReadEnrolment($"{{\"type\":\"Enrolment\",\"v\":{version}}}"));
        Refused("$.v: this release reads CodeMatched in version 1.", () => StoredFormat.ReadEvent($"{{\"type\":\"CodeMatched\",\"v\":{version}}}"));
    }

    [Fact]
    public void A_newer_version_of_one_type_leaves_the_others_readable()
    {
        foreach (var row in StoredVersions.Events.Rows)
        {
            var texts = GoldenEvents.ByName.Values.Select(happened => JsonNode.Parse(Stored.Text(happened))!).ToList();
            foreach (var newer in texts.Where(text => text["type"]!.GetValue<string>() == row.Type))
            {
                newer["v"] = row.Version + 1;
                Refused($"$.v: this release reads {row.Type} in version ", () => StoredFormat.ReadEvent(newer.ToJsonString()));
            }

            Assert.All(texts.Where(text => text["type"]!.GetValue<string>() != row.Type), text => StoredFormat.ReadEvent(text.ToJsonString()));
        }
    }

    [Fact]
    public void A_snapshot_is_no_event_and_an_event_no_snapshot()
    {
        Refused("$.type: this release knows no such type", () => StoredFormat.ReadEvent(Snapshot));
        Refused("$.type: this release knows no such type", () => ReadEnrolment(Event));
    }

    [Theory]
    [MemberData(nameof(SnapshotKeys))]
    public void A_snapshot_without_one_of_its_keys_is_refused(string key) => Refused("", () => ReadEnrolment(Without(Snapshot, key)));

    [Theory]
    [MemberData(nameof(EventKeys))]
    public void An_event_without_one_of_its_keys_is_refused(string key) => Refused("", () => StoredFormat.ReadEvent(Without(Event, key)));

    [Theory]
    [MemberData(nameof(SnapshotKeys))]
    public void A_snapshot_with_a_wrong_kind_of_value_is_refused(string key) => Refused("", () => ReadEnrolment(With(Snapshot, key, new JsonObject { ["+447700900123"] = 1 })));

    [Theory]
    [InlineData("more", "$: a key is missing, unknown or null")]
    [InlineData("phone/more", "$.phone: a key is missing, unknown or null")]
    [InlineData("sends/0/+447700900123", "$.sends[0]: a key is missing, unknown or null")]
    [InlineData("sends/0/alice@example.com", "$.sends[0]: a key is missing, unknown or null")]
    public void An_unknown_key_is_refused(string key, string reason) => Refused(reason, () => ReadEnrolment(With(Snapshot, key, "+447700900123")));

    [Fact]
    public void A_key_that_is_missing_is_named() => Refused("$.pending.challenge: a key is missing, unknown or null, or has another kind of value (keyId).", () => ReadEnrolment(Without(Snapshot, "pending/challenge/keyId")));

    [Theory]
    [InlineData("alice@example.com")]
    [InlineData("alice")]
    [InlineData("secret.number")]
    [InlineData("+447700900123 alice")]
    [InlineData("sends[0].alice")]
    [InlineData("'alice'")]
    public void Nothing_of_the_data_is_repeated_whether_it_stands_in_a_key_or_a_value(string secret)
    {
        foreach (var path in PathsIn(JsonNode.Parse(Snapshot)!, ""))
        {
            var (inKey, inValue) = (path[..(path.LastIndexOf('/') + 1)] + secret.Replace('/', ' '), path);
            foreach (var broken in new[] { With(Snapshot, inKey, 1), With(Snapshot, inValue, secret), With(Snapshot, inValue, new JsonObject { [secret] = secret }) })
            {
                if (Record.Exception(() => Stored.ReadVouched(broken)) is { } refused)
                    Assert.DoesNotContain(secret.Trim('\''), Assert.IsType<StoredDataException>(refused).Message, StringComparison.Ordinal);
            }

            Assert.DoesNotContain(secret, Assert.Throws<StoredDataException>(() => ReadEnrolment(secret + Snapshot)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("phone/details/number", "07700 900123", "$.phone.details.number: this is not a phone number.")]
    [InlineData("phone/details/country", "GBR", "$.phone.details.country: this is not a country.")]
    [InlineData("phone/details/lineType", "mobile", "$.phone.details.lineType: this is no LineType that this release knows.")]
    [InlineData("phone/verifiedAt", "2026-01-15 12:00", "$.phone.verifiedAt: this is not an instant")]
    [InlineData("locks/0/until", "2026-02-30T12:00:00Z", "$.locks[0].until: this is not an instant")]
    [InlineData("sends/0/at", "9999-12-31T00:00:00Z", "$.sends[0].at: this is not an instant before the year 9000.")]
    [InlineData("activeChannel", "Pigeon", "$.activeChannel: this is no VerificationChannel that this release knows.")]
    [InlineData("activeChannel", "0", "$.activeChannel: this is no VerificationChannel that this release knows.")]
    [InlineData("pending/challenge/nonce", "short", "$.pending.challenge.nonce: this is not a nonce.")]
    [InlineData("account", "", "$.account: this is not an account.")]
    [InlineData("optedOut/1/number", "447700900123", "$.optedOut[1].number: this is not a phone number.")]
    public void A_value_that_is_none_is_refused(string key, string value, string reason) => Refused(reason, () => ReadEnrolment(With(Snapshot, key, value)));

    [Theory]
    [InlineData("account", "null")]
    [InlineData("pending/challenge", "null")]
    [InlineData("pending/challenge/keyId", "null")]
    [InlineData("phone/details/number", "null")]
    [InlineData("phone/needsReverification", "$.phone.needsReverification: ")]
    [InlineData("sends", "null")]
    [InlineData("sends/0", "a list holds null")]
    [InlineData("optedOut/0", "a list holds null")]
    public void Null_is_refused_where_a_value_belongs(string key, string reason) => Refused(reason, () => ReadEnrolment(With(Snapshot, key, null)));

    [Theory]
    [InlineData("version", "-1", "no snapshot has such a version")]
    [InlineData("version", "0", "no snapshot has such a version")]
    [InlineData("version", "9223372036854775807", "no snapshot has such a version")]
    [InlineData("id", "null", "the enrolment has no id")]
    [InlineData("changedAt", "null", "it is not known when")]
    [InlineData("changedAt", "\"2026-01-15T11:59:59Z\"", "something happened after the last event")]
    [InlineData("phone", "null", "a channel is active, and no phone is verified")]
    [InlineData("phone/verifiedAt", "\"2026-01-16T00:00:00Z\"", "something happened after the last event")]
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
    }

    [Fact]
    public void An_event_that_contradicts_itself_is_neither_read_nor_written()
    {
        Refused("the code of a pending number is for another number", () => StoredFormat.ReadEvent(With(Event, "phone/number", "+12025550123")));
        Refused("a code expires before it is issued", () => Stored.Text(new CodeReissued(Expired, Samples.Now) { Origin = Given.ByUser }));
        Refused("the channel changed to itself", () => Stored.Text(new ChannelChanged(VerificationChannel.Sms, VerificationChannel.Sms, Samples.Now) { Origin = Given.ByUser }));
        Refused("fewer wrong codes than one were forgiven", () => Stored.Text(new Unlocked(0) { Origin = Given.ByUser }));
    }

    [Fact]
    public void What_could_not_be_read_again_is_not_written()
    {
        Refused("a channel is active", () => Stored.Text(Given.NoPhone with { ActiveChannel = VerificationChannel.Sms }));
        Refused("a text is not well-formed Unicode", () => Stored.Text(Given.NoPhone with { Requests = [new HandledRequest("\uD83D", "fingerprint", "key", null, Given.Now - Duration.FromDays(1))] }));
        Refused("a text is not well-formed Unicode", () => Stored.Text(new NoticeUndeliverable(NoticeKind.PhoneVerified) { Origin = Given.ByUser with { CorrelationId = "\uD83D" } }));
        Refused("is no VerificationChannel", () => Stored.Text(new ChannelEnabled((VerificationChannel)7, Samples.Now) { Origin = Given.ByUser }));
        Refused("this is not an instant before the year 9000", () => Stored.Text(Given.NoPhone with { ChangedAt = StoredBounds.Latest }));
        Refused("", () => ReadEnrolment(Snapshot.Replace("\"alice\"", "\"\\uD83D\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_snapshot_that_no_event_vouches_for_is_not_written()
    {
        Refused("nothing happened", () => Stored.Save(Given.NoPhone));
        Refused("no snapshot has such a version", () => Stored.Text(new Enrolment(Given.Alice)));
    }

    [Fact]
    public void The_order_of_keys_does_not_matter() => Assert.Equal(Samples.Events[0], StoredFormat.ReadEvent(Reversed(JsonNode.Parse(Event)!).ToJsonString()));

    private static Enrolment ReadEnrolment(string snapshot) => StoredFormat.ReadEnrolment(snapshot, Stored.Text(Stored.Last));

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

    /// <summary>The same document with the keys of every object in another order, as a binary JSON column may give it back.</summary>
    internal static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject document => new JsonObject(document.Reverse().Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Reversed(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => Reversed(item!))]),
        _ => node.DeepClone(),
    };

    private static Challenge Expired
    {
        get
        {
            var issued = Given.Challenge(Samples.British.Number, "issued", Samples.Now);
            return issued with { ExpiresAt = issued.IssuedAt };
        }
    }

    private static void Refused(string reason, Func<object> act)
    {
        var refused = Assert.Throws<StoredDataException>(act);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("The stored data cannot be used. $", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Number[1..], refused.Message, StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
    }

    private static string Without(string json, string path)
    {
        var root = JsonNode.Parse(json)!;
        var (parent, key) = Place(root, path);
        parent.AsObject().Remove(key);
        return root.ToJsonString();
    }

    private static string With(string json, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(json)!;
        var (parent, key) = Place(root, path);
        if (parent is JsonArray list)
            list[int.Parse(key, null)] = value;
        else
            parent[key] = value;
        return root.ToJsonString();
    }

    private static (JsonNode Parent, string Key) Place(JsonNode root, string path)
    {
        var keys = path.Split('/');
        return (keys[..^1].Aggregate(root, (node, key) => node is JsonArray list ? list[int.Parse(key, null)]! : node[key]!), keys[^1]);
    }

    /// <summary>Every key of the document and of what lies in it; of a list, its first item.</summary>
    private static IEnumerable<string> PathsIn(JsonNode node, string prefix)
    {
        if (node is JsonArray list)
            return list is [JsonObject first, ..] ? PathsIn(first, prefix + "0/") : [];
        return node is JsonObject document
            ? document.SelectMany(entry => PathsIn(entry.Value!, $"{prefix}{entry.Key}/").Prepend(prefix + entry.Key))
            : [];
    }
}

using System.Text.Json.Nodes;
using NodaTime;
using static LoginVerification.Tests.StoredEdits;

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
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void A_version_that_this_release_does_not_read_is_refused(string version)
    {
        Refused("$.v: this release reads Enrolment in version 1, 2, 3.", () => ReadEnrolment($"{{\"type\":\"Enrolment\",\"v\":{version}}}"));
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

    [Theory]
    [InlineData("version", 0, "no enrolment had such a version")]
    [InlineData("version", 3, "not in the order of their versions")]
    [InlineData("events/0/version", 2, "not in the order of their versions")]
    [InlineData("events/0/version", 0, "not in the order of their versions")]
    [InlineData("events/0/kind", "Eaten", "$.events[0].kind: this is no LifecycleTrigger that this release knows.")]
    [InlineData("events/0/number", "+447700900123", "a key is missing, unknown or null")]
    public void What_an_erasure_cannot_have_left_is_refused(string key, object value, string reason)
    {
        var left = new Erasure(Given.ByUser, 4, [new ErasedEvent(1, LifecycleTrigger.PhoneSubmitted, Given.ByUser), new ErasedEvent(2, LifecycleTrigger.CodeMatched, Given.ByUser), new ErasedEvent(4, LifecycleTrigger.PhoneRemoved, Given.ByUser)]);
        Refused(reason, () => StoredFormat.ReadErasure(With(StoredFormat.WriteErasure(left), key, JsonValue.Create(value))));
        Refused("not in the order of their versions", () => StoredFormat.WriteErasure(left with { Version = 3 }));
    }

    [Fact]
    public void The_order_of_keys_does_not_matter() => Assert.Equal(Samples.Events[0], StoredFormat.ReadEvent(Reversed(JsonNode.Parse(Event)!).ToJsonString()));

    private static Enrolment ReadEnrolment(string snapshot) => StoredFormat.ReadEnrolment(snapshot, Stored.Text(Stored.Last));

    private static void Refused(string reason, Func<object> act)
    {
        var refused = Assert.Throws<StoredDataException>(act);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("The stored data cannot be used. $", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Number[1..], refused.Message, StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
    }
}

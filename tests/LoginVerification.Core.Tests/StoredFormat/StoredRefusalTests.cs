using System.Text.Json.Nodes;
using LoginVerification.Contracts;

namespace LoginVerification.Tests;

/// <summary>What cannot be trusted is refused in words, and no number is among them.</summary>
public sealed class StoredRefusalTests
{
    private const string Number = "+447700900123";

    private static readonly string Snapshot = StoredFormat.Write(Samples.Filled(AccountId.Parse("alice"), 42));
    private static readonly string Event = StoredFormat.Write(Samples.Events[0]);

    public static TheoryData<string> SnapshotKeys => [.. PathsIn(JsonNode.Parse(Snapshot)!, "")];

    public static TheoryData<string> EventKeys => [.. PathsIn(JsonNode.Parse(Event)!, "")];

    [Theory]
    [InlineData("", "$: ")]
    [InlineData("null", "it is no JSON object")]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("{", "$: ")]
    [InlineData("{}", "does not say its format")]
    [InlineData("{\"v\":2}", "$.v: this release reads format 1 alone")]
    [InlineData("{\"v\":0}", "$.v: this release reads format 1 alone")]
    [InlineData("{\"v\":\"1\"}", "$.v: this release reads format 1 alone")]
    [InlineData("{\"v\":null}", "$.v: this release reads format 1 alone")]
    [InlineData("{\"v\":1.5}", "$.v: this release reads format 1 alone")]
    [InlineData("{\"v\":99999999999}", "$.v: this release reads format 1 alone")]
    [InlineData("{\"v\":1,\"v\":1}", "Duplicate property")]
    public void What_is_no_document_of_a_known_format_is_refused(string json, string reason)
    {
        Refused(reason, () => StoredFormat.ReadEnrolment(json));
        Refused(reason, () => StoredFormat.ReadEvent(json));
    }

    [Theory]
    [InlineData("{\"v\":1}", "must specify a type discriminator")]
    [InlineData("{\"v\":1,\"type\":\"PhoneEaten\"}", "unrecognized type discriminator id 'PhoneEaten'")]
    [InlineData("{\"v\":1,\"type\":\"codeMatched\"}", "unrecognized type discriminator id 'codeMatched'")]
    [InlineData("{\"v\":1,\"type\":7}", "unrecognized type discriminator id")]
    [InlineData("{\"v\":1,\"type\":null}", "$.type: ")]
    [InlineData("{\"v\":1,\"type\":\"+447700900123\"}", "unrecognized type discriminator id '+############'")]
    public void An_event_of_an_unknown_type_is_refused(string json, string reason) => Refused(reason, () => StoredFormat.ReadEvent(json));

    [Theory]
    [MemberData(nameof(SnapshotKeys))]
    public void A_snapshot_without_one_of_its_keys_is_refused(string key) => Refused("", () => StoredFormat.ReadEnrolment(Without(Snapshot, key)));

    [Theory]
    [MemberData(nameof(EventKeys))]
    public void An_event_without_one_of_its_keys_is_refused(string key) => Refused("", () => StoredFormat.ReadEvent(Without(Event, key)));

    [Theory]
    [MemberData(nameof(SnapshotKeys))]
    public void A_snapshot_with_a_wrong_kind_of_value_is_refused(string key) => Refused("", () => StoredFormat.ReadEnrolment(With(Snapshot, key, new JsonObject { ["+447700900123"] = 1 })));

    [Theory]
    [InlineData("more", "$.more: The JSON property 'more' could not be mapped")]
    [InlineData("phone/more", "$.phone.more: ")]
    [InlineData("sends/0/+447700900123", "$.sends[0]: The JSON property '+############' could not be mapped")]
    public void An_unknown_key_is_refused(string key, string reason) => Refused(reason, () => StoredFormat.ReadEnrolment(With(Snapshot, key, "+447700900123")));

    [Theory]
    [InlineData("phone/details/number", "07700 900123", "$.phone.details.number: this is not a phone number.")]
    [InlineData("phone/details/country", "GBR", "$.phone.details.country: this is not a country.")]
    [InlineData("phone/details/lineType", "mobile", "$.phone.details.lineType: this is no LineType that this release knows.")]
    [InlineData("phone/verifiedAt", "2026-01-15 12:00", "$.phone.verifiedAt: this is not an instant.")]
    [InlineData("lockedUntil", "2026-02-30T12:00:00Z", "$.lockedUntil: this is not an instant.")]
    [InlineData("activeChannel", "Pigeon", "$.activeChannel: this is no VerificationChannel that this release knows.")]
    [InlineData("activeChannel", "0", "$.activeChannel: this is no VerificationChannel that this release knows.")]
    [InlineData("pending/challenge/nonce", "short", "$.pending.challenge.nonce: this is not a nonce.")]
    [InlineData("account", "", "$.account: this is not an account.")]
    [InlineData("optedOut/1", "447700900123", "$.optedOut[1]: this is not a phone number.")]
    public void A_value_that_is_none_is_refused(string key, string value, string reason) => Refused(reason, () => StoredFormat.ReadEnrolment(With(Snapshot, key, value)));

    [Theory]
    [InlineData("account", "null")]
    [InlineData("pending/challenge", "null")]
    [InlineData("pending/challenge/keyId", "null")]
    [InlineData("phone/details/number", "null")]
    [InlineData("phone/needsReverification", "$.phone.needsReverification: ")]
    [InlineData("sends", "null")]
    [InlineData("sends/0", "a list holds null")]
    [InlineData("optedOut/0", "a list holds null")]
    public void Null_is_refused_where_a_value_belongs(string key, string reason) => Refused(reason, () => StoredFormat.ReadEnrolment(With(Snapshot, key, null)));

    [Theory]
    [InlineData("version", "-1", "the version is negative")]
    [InlineData("version", "0", "no event happened, and yet there are data")]
    [InlineData("phone", "null", "a channel is active, and no phone is verified")]
    [InlineData("pending/challenge/number", "\"+12025550123\"", "the code of a pending number is for another number")]
    [InlineData("pending/challenge/wrongTries", "-1", "a code has fewer wrong tries than none")]
    [InlineData("pending/challenge/expiresAt", "\"2020-01-01T00:00:00Z\"", "a code expires before it is issued")]
    [InlineData("earlierChallenges/1/wrongTries", "-1", "a code has fewer wrong tries than none")]
    [InlineData("failures/0/count", "0", "a number has fewer wrong codes than one")]
    [InlineData("failures/0/number", "\"+12025550123\"", "the wrong codes of one number are counted twice")]
    public void A_snapshot_that_contradicts_itself_is_refused(string key, string value, string reason) =>
        Refused(reason, () => StoredFormat.ReadEnrolment(With(Snapshot, key, JsonNode.Parse(value))));

    [Fact]
    public void An_event_that_contradicts_itself_is_neither_read_nor_written()
    {
        Refused("the code of a pending number is for another number", () => StoredFormat.ReadEvent(With(Event, "phone/number", "+12025550123")));
        Refused("a code expires before it is issued", () => StoredFormat.Write(new CodeReissued(Expired, Samples.Now) { Origin = Given.ByUser }));
        Refused("the channel changed to itself", () => StoredFormat.Write(new ChannelChanged(VerificationChannel.Sms, VerificationChannel.Sms, Samples.Now) { Origin = Given.ByUser }));
        Refused("fewer wrong codes than one were forgiven", () => StoredFormat.Write(new Unlocked(0) { Origin = Given.ByUser }));
    }

    [Fact]
    public void What_could_not_be_read_again_is_not_written()
    {
        Refused("a channel is active", () => StoredFormat.Write(new Enrolment(AccountId.Parse("alice")) { Version = 1, ActiveChannel = VerificationChannel.Sms }));
        Refused("an account is not well-formed Unicode", () => StoredFormat.Write(new Enrolment(AccountId.Parse("\uD83D")) { Version = 1 }));
        Refused("is no VerificationChannel", () => StoredFormat.Write(new ChannelEnabled((VerificationChannel)7, Samples.Now) { Origin = Given.ByUser }));
        Refused("", () => StoredFormat.ReadEnrolment(Snapshot.Replace("\"alice\"", "\"\\uD83D\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_of_keys_does_not_matter()
    {
        var reversed = new JsonObject(JsonNode.Parse(Event)!.AsObject().Reverse().Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

        Assert.Equal(Samples.Events[0], StoredFormat.ReadEvent(reversed.ToJsonString()));
    }

    [Fact]
    public void An_account_that_never_did_anything_can_be_stored() =>
        Assert.Equal(new Enrolment(AccountId.Parse("alice")), StoredFormat.ReadEnrolment(StoredFormat.Write(new Enrolment(AccountId.Parse("alice")))));

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

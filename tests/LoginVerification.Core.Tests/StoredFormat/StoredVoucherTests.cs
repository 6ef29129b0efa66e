using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.Tests;

/// <summary>A stored snapshot that its last event does not vouch for is unreadable, and never "no protection".</summary>
public sealed class StoredVoucherTests
{
    private static readonly StoredChange Earlier = Stored.Save(Given.PhoneVerified, Stored.Last);
    private static readonly StoredChange Later = Stored.Save(
        Given.VerificationEnabled with { Version = 9, Failures = [new WrongCodes(CodePurpose.Enrol, Given.Israeli.Number, 4)] },
        Stored.Last);

    public static TheoryData<string, string> Edits => new()
    {
        { "activeChannel", "null" },
        { "failures", "[]" },
        { "failures/0/count", "1" },
        { "phone/needsReverification", "true" },
        { "version", "8" },
        { "account", "\"bob\"" },
    };

    [Fact]
    public void The_last_event_of_a_save_vouches_for_its_snapshot_and_the_others_do_not()
    {
        var saved = Stored.Save(Given.VerificationEnabled, GoldenEvents.ByName["PendingCancelled"], GoldenEvents.ByName["ChannelEnabled"]);

        Assert.Equal(Given.VerificationEnabled, StoredFormat.ReadEnrolment(saved.Snapshot, saved.Events[1]));
        Refused(saved.Snapshot, saved.Events[0]);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_snapshot_that_was_edited_by_hand_is_refused(string key, string value)
    {
        var edited = StoredEdits.With(Later.Snapshot, key, JsonNode.Parse(value));

        Refused(edited, Later.Events[^1]);
        Stored.ReadVouched(edited);
    }

    [Fact]
    public void A_snapshot_that_is_older_or_newer_than_its_events_is_refused()
    {
        Refused(Earlier.Snapshot, Later.Events[^1]);
        Refused(Later.Snapshot, Earlier.Events[^1]);
    }

    [Fact]
    public void One_without_the_other_is_refused_and_neither_is_an_account_that_never_did_anything()
    {
        Refused(null, Later.Events[^1]);
        Refused(Later.Snapshot, null);
        Assert.Null(StoredFormat.ReadEnrolment(null, null));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    public void An_event_with_another_digest_vouches_for_nothing(string digest)
    {
        var altered = JsonNode.Parse(Later.Events[^1])!;
        altered["snapshotDigest"] = JsonNode.Parse(digest);

        Refused(Later.Snapshot, altered.ToJsonString());
    }

    /// <summary>A binary JSON column keeps the values, and neither the order of keys nor how a text was escaped.</summary>
    [Fact]
    public void A_column_that_writes_the_document_anew_changes_nothing()
    {
        foreach (var save in GoldenEnrolments.ByVariant.Values)
        {
            var saved = Stored.Save(save.Enrolment, save.Last);
            var anew = StoredEdits.Reversed(JsonNode.Parse(saved.Snapshot)!).ToJsonString(new JsonSerializerOptions { WriteIndented = true });

            Assert.Equal(save.Enrolment, StoredFormat.ReadEnrolment(anew, StoredEdits.Reversed(JsonNode.Parse(saved.Events[^1])!).ToJsonString()));
        }
    }

    /// <summary>Which characters a writer leaves as they are depends on the Unicode tables of the runtime: the digest must not.</summary>
    [Fact]
    public void The_digest_does_not_depend_on_how_letters_are_written()
    {
        var saved = Stored.Save(Given.NoPhone with { Account = AccountId.Parse("Ünïcode 用户 👩 \u0378") }, Stored.Last);
        var escaped = JsonNode.Parse(saved.Snapshot)!.ToJsonString();

        Assert.NotEqual(saved.Snapshot, escaped);
        Assert.NotNull(StoredFormat.ReadEnrolment(escaped, saved.Events[^1]));
    }

    private static void Refused(string? snapshot, string? lastEvent) => Assert.Throws<StoredDataException>(() => StoredFormat.ReadEnrolment(snapshot, lastEvent));
}

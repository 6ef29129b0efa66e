using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace LoginVerification.Exploration.Tests.Changes;

/// <summary>Edits are a JSON patch that another implementation of RFC 6902 applies to the policy's file.</summary>
public class PolicyEditTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("consistent")]
    [InlineData("twitter-2014")]
    [InlineData("twitter-2014-web-takes-code")]
    public void Every_change_of_a_shipped_file_is_made_by_its_patch(string name)
    {
        var file = Repository.Read($"policies/{name}.json");
        var policy = ShippedPolicies.Load(name).Document;

        Assert.All(SingleChanges.Of(policy), change => Assert.Equal(PolicyFile.Write(change.Document), Patched(file, policy, change.Document)));
    }

    [Fact]
    public void Two_changes_at_once_are_made_by_one_patch()
    {
        var file = Repository.Read("policies/twitter-2014.json");
        var policy = ShippedPolicies.Twitter2014.Document;
        var changes = SingleChanges.Of(policy).Where((_, index) => index % 5 == 0).SelectMany(first => SingleChanges.Of(first.Document).Where((_, index) => index % 7 == 0));

        Assert.All(changes, change => Assert.Equal(PolicyFile.Write(change.Document), Patched(file, policy, change.Document)));
    }

    [Fact]
    public void From_one_policy_to_another_one_a_patch_leads_both_ways()
    {
        var (left, right) = (ShippedPolicies.Twitter2014.Document, ShippedPolicies.Consistent.Document);

        Assert.Equal(PolicyFile.Write(right), Patched(PolicyFile.Write(left), left, right));
        Assert.Equal(PolicyFile.Write(left), Patched(PolicyFile.Write(right), right, left));
    }

    [Fact]
    public void A_file_that_states_its_defaults_is_edited_as_well()
    {
        var stated = JsonNode.Parse(Repository.Read("policies/twitter-2014.json"))!.AsObject();
        stated["onStop"] = "optOut";
        stated["lock"] = new JsonObject { ["everyFailures"] = 5 };
        stated["surfaces"]![0]!["screens"]![0]!["links"]![0]!["kind"] = "visible";
        var policy = PolicyFile.Read(stated.ToJsonString()).Document!;

        Assert.All(SingleChanges.Of(policy), change => Assert.Equal(PolicyFile.Write(change.Document), Patched(stated.ToJsonString(), policy, change.Document)));
    }

    [Fact]
    public void An_edit_names_the_place_and_what_stood_there()
    {
        var policy = ShippedPolicies.Twitter2014.Document;
        var change = SingleChanges.Of(policy).Single(change => change.Description == "mobileWeb/pending: show \"manage\"");

        var edit = Assert.Single(PolicyEdits.Between(policy, change.Document));

        Assert.Equal(("/surfaces/1/screens/2/links/0/kind", "hidden", null), (edit.Path, edit.From!.GetValue<string>(), edit.To));
    }

    internal static string Patched(string file, PolicyDocument left, PolicyDocument right)
    {
        var document = JsonNode.Parse(file)!.AsObject();
        JsonSerializer.Deserialize<JsonPatchDocument>(PolicyEdit.ToJsonPatch(PolicyEdits.Between(left, right)).ToJsonString(), Web)!.ApplyTo(document);
        // What is not valid is no document, and is compared as text without what is at its default.
        return PolicyFile.Read(document.ToJsonString()).Document is { } read ? PolicyFile.Write(read) : Rewritten(document, right);
    }

    private static string Rewritten(JsonObject document, PolicyDocument right) =>
        JsonNode.DeepEquals(WithoutStated(document), WithoutStated(JsonNode.Parse(PolicyFile.Write(right))!.AsObject())) ? PolicyFile.Write(right) : document.ToJsonString();

    private static JsonObject WithoutStated(JsonObject document)
    {
        foreach (var stated in new[] { "onStop", "lock" })
            document.Remove(stated);
        if (document["surfaces"] is JsonArray { Count: > 0 } surfaces)
            (surfaces[0]!["screens"]?[0]?["links"]?[0] as JsonObject)?.Remove("kind");
        return document;
    }
}

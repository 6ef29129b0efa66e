using System.Text.Json;

namespace LoginVerification.Cli.Tests;

public class WalkJsonTests
{
    [Fact]
    public async Task The_answer_has_these_keys_and_a_null_carrier_where_none_is_stated()
    {
        var answer = await Tool.RunAsync("walk", "--json");

        Assert.Equal(["policy", "number", "country", "carrier", "steps", "state"], Keys(answer.Json));
        Assert.Equal("consistent", answer.Json.GetProperty("policy").GetString());
        Assert.Equal("+97********78", answer.Json.GetProperty("number").GetString());
        Assert.Equal("IL", answer.Json.GetProperty("country").GetString());
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("carrier").ValueKind);
    }

    [Fact]
    public async Task A_dead_end_says_why()
    {
        var answer = await Tool.RunAsync("walk", "--number", "+35312345678", "--json");

        Assert.Equal(["policy", "number", "country", "carrier", "steps", "state", "deadEnd"], Keys(answer.Json));
    }

    [Fact]
    public async Task Each_kind_of_step_has_the_keys_that_apply_to_it()
    {
        var steps = (await Tool.RunAsync("walk", "--policy", "twitter-2014", "--json")).Json.GetProperty("steps");

        Assert.Equal(["surface", "screen", "action", "outcome", "link", "state"], Keys(steps[0]));
        Assert.Equal(["surface", "screen", "action", "outcome", "refusal", "waysOut", "showsWaysOut", "state"], Keys(steps[1]));
        Assert.Equal(["surface", "screen", "action", "outcome", "state"], Keys(steps[2]));
        Assert.Equal(["surface", "screen", "action", "outcome", "messages", "state"], Keys(steps[4]));
        Assert.Equal(["surface", "screen", "action", "outcome", "wanted", "refusal", "waysOut", "showsWaysOut", "state"], Keys(steps[7]));
    }

    [Fact]
    public async Task Each_step_carries_the_state_after_it()
    {
        var steps = (await Tool.RunAsync("walk", "--json")).Json.GetProperty("steps");

        Assert.Equal(
            ["PhonePending", "PhoneVerified", "VerificationEnabled"],
            steps.EnumerateArray().Select(step => step.GetProperty("state").GetString()));
    }

    [Fact]
    public void A_way_out_is_written_as_what_it_is()
    {
        var at = NodaTime.Instant.FromUtc(2026, 11, 4, 12, 30);

        Assert.Equal(["surface", "action"], Keys(new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.SubmitPhone))));
        Assert.Equal(["surface", "action", "channel"], Keys(new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.ChangeChannel, VerificationChannel.Sms))));
        Assert.Equal(["surface", "action", "withAnotherNumber"], Keys(new WayOut.Act(Surface.Parse("web"), new Choice(EnrolmentAction.SubmitPhone)) { WithAnotherNumber = true }));
        Assert.Equal(["retryAt"], Keys(new WayOut.Retry(at)));
        Assert.Equal("2026-11-04T12:30:00Z", WayOutJson.Of(new WayOut.Retry(at)).RetryAt);
        Assert.Equal(["reauthenticate"], Keys(new WayOut.Reauthenticate()));
        Assert.Equal(["reauthenticate", "withSecondFactor"], Keys(new WayOut.Reauthenticate { WithSecondFactor = true }));
        Assert.Equal(["correct"], Keys(new WayOut.Correct()));
        Assert.Equal(["restoreDelivery"], Keys(new WayOut.RestoreDelivery()));
        Assert.Equal(["registerDevice"], Keys(new WayOut.RegisterDevice()));
        Assert.Equal(["operator"], Keys(new WayOut.AskOperator()));
    }

    private static string[] Keys(WayOut way) => Keys(JsonDocument.Parse(Json.Write(WayOutJson.Of(way), WalkJsonContext.Default.WayOutJson)).RootElement);

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
}

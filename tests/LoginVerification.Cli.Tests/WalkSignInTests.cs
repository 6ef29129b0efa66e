namespace LoginVerification.Cli.Tests;

/// <summary>A walk that goes on to a sign-in, by each of its ways.</summary>
public class WalkSignInTests
{
    [Theory]
    [InlineData("sms", "BeginSignIn AnswerSignIn", "Approved")]
    [InlineData("app", "BindDevice ChangeChannel(AppPush) BeginSignIn AnswerPrompt with the number from the page CompleteSignIn", "Approved")]
    [InlineData("backupCode", "IssueBackupCodes UseBackupCode", "None")]
    public async Task Who_enrolled_signs_in(string way, string steps, string end)
    {
        var answer = await Tool.RunAsync("walk", "--sign-in", way, "--json");

        Assert.Equal(0, answer.ExitCode);
        var signIn = answer.Json.GetProperty("signIn");
        Assert.Equal((way, true), (signIn.GetProperty("method").GetString(), signIn.GetProperty("signedIn").GetBoolean()));
        var told = signIn.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(steps, string.Join(' ', told.Select(step => step.GetProperty("action").GetString())));
        Assert.All(told, step => Assert.Equal(("accepted", "VerificationEnabled"), (step.GetProperty("outcome").GetString(), step.GetProperty("state").GetString())));
        Assert.Equal(end, told[^1].GetProperty("signIn").GetString());
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("app")]
    [InlineData("backupCode")]
    public async Task On_a_store_they_sign_in_again_and_again(string way)
    {
        using var scratch = new Scratch();
        string[] arguments = ["walk", "--sign-in", way, "--store", $"sqlite:{Path.Combine(scratch.Path, "walk.db")}"];
        for (var time = 0; time < 3; time++)
        {
            var answer = await Tool.RunAsync(arguments);
            Assert.Equal(0, answer.ExitCode);
            Assert.EndsWith($"Signed in with {way}.", answer.Output.TrimEnd(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_it_nothing_is_told_of_a_sign_in() =>
        Assert.False((await Tool.RunAsync("walk", "--json")).Json.TryGetProperty("signIn", out _));
}

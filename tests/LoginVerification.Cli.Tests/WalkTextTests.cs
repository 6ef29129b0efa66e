namespace LoginVerification.Cli.Tests;

public class WalkTextTests
{
    [Fact]
    public async Task The_story_reads_on_the_first_screen_of_a_README()
    {
        var answer = await Tool.RunAsync("walk", "--policy", "twitter-2014", "--number", "+972502345678", "--from", "web");

        Assert.StartsWith("Policy \"twitter-2014\"", answer.Output, StringComparison.Ordinal);
        Readme.Shows(answer);
    }

    [Fact]
    public async Task A_dead_end_is_told_in_the_last_line()
    {
        var answer = await Tool.RunAsync("walk", "--number", "+35312345678");

        Assert.Equal(
            """
            Policy "consistent", number +35*******78 (IE), from web

              1  web/security  SubmitPhone  refused       NoPhone
                 why not: LineTypeNotServed (lines-that-take-sms)
                 way out: SubmitPhone on web with another number

            Dead end: this number leads nowhere; the way out is SubmitPhone on web with another number. The enrolment is NoPhone after 1 step.

            """,
            answer.Output,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task A_link_in_an_SMS_is_called_as_in_routes()
    {
        using var scratch = new Scratch();
        var policy = Remade.Twitter2014.Links("mobileWeb", "pending", link => link.Kind is LinkKind.External);
        var file = scratch.Write("policy.json", PolicyFile.Write(policy));

        var walked = await Tool.RunAsync("walk", "--policy", file, "--from", "mobileWeb");
        var found = await Tool.RunAsync("routes", "--policy", file, "--country", "IL", "--from", "mobileWeb");

        Assert.Contains("follow \"the link in the SMS\"  external link  PhonePending", walked.Output, StringComparison.Ordinal);
        Assert.Contains("follow \"the link in the SMS\"  external link\n", found.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_policy_file_do_not_reach_the_terminal()
    {
        using var scratch = new Scratch();
        var text = PolicyFile.Write(ShippedPolicies.Load("twitter-2014").Document).Replace("add a phone", "add \\u001b[2J\\u202e a phone", StringComparison.Ordinal);
        var file = scratch.Write("policy.json", text);

        var told = await Tool.RunAsync("walk", "--policy", file);
        var written = await Tool.RunAsync("walk", "--policy", file, "--json");

        Assert.Contains("follow \"add ?[2J? a phone\"", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', told.Everything);
        Assert.DoesNotContain('\u001b', written.Everything);
    }
}

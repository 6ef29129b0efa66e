using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>What a host says of a browser, and what it gives the service to work with.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("Firefox", "Firefox")]
    [InlineData("Fire\u202Efox\n\u2028\u200Bnew line", "Firefoxnew line")]
    [InlineData("\u202E\n", null)]
    [InlineData(" ", null)]
    public async Task What_turns_or_breaks_a_line_does_not_reach_the_prompt(string told, string? shown)
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        Assert.IsType<SignInStart.Challenged>(await host.SignIns.BeginAsync(SignInHost.Alice, SignInHost.Web, new SignInContext { Browser = told }));
        Assert.Equal(shown, (await app.LookAsync(host)).Prompt!.Browser);
    }

    [Fact]
    public async Task A_long_text_is_cut_between_characters()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        await host.SignIns.BeginAsync(SignInHost.Alice, SignInHost.Web, new SignInContext { Place = new string('b', SignIn.MaxContextLength - 1) + "😀😀" });
        Assert.Equal(new string('b', SignIn.MaxContextLength - 1), (await app.LookAsync(host)).Prompt!.Place);
    }

    [Fact]
    public async Task An_adapter_that_cannot_be_made_blocks_a_sign_in()
    {
        using var host = new SignInHost(configure: builder => builder.UseStore<InMemoryEnrolments>(_ => throw new TimeoutException(), ServiceLifetime.Scoped));
        Assert.Equal(RefusalCode.EnrolmentUnreadable, (await host.BlockedAsync()).Code);
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await host.Enrolments.GetLoginRequirementAsync(SignInHost.Alice));
    }

    [Fact]
    public async Task Who_waits_while_verification_is_turned_off_begins_again_and_needs_nothing()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var challenge = await host.ChallengedAsync();
        await host.Enrolments.ForOperator(SignInHost.Alice, "staff-1").DisableAsync();
        Assert.Equal([new WayOut.BeginSignIn()], (await host.AnswerAsync(challenge.Id, host.Phone.LastCode)).Refused().WaysOut);
        Assert.IsType<SignInStart.NotEnrolled>(await host.BeginAsync());
    }

    [Fact]
    public async Task While_a_prompt_waits_staff_see_the_app_as_open()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        await host.ChallengedAsync();
        Assert.True(Assert.Single(await host.SignIns.GetWaysAsync(SignInHost.Alice)).IsOpen);
    }
}

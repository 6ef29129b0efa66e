namespace LoginVerification.Cli.Tests;

public class WalkerTests
{
    [Fact]
    public async Task Where_the_hidden_link_is_gone_the_link_in_the_SMS_leads_to_the_field()
    {
        var walk = await Remade.Twitter2014.Links("mobileWeb", "pending", link => link.Kind is not LinkKind.Hidden).WalkAsync("mobileWeb");

        Assert.Null(walk.DeadEnd);
        Assert.Contains("mobileWeb/pending: follow \"the link in the SMS\": followed", Steps.Of(walk));
    }

    [Fact]
    public async Task Where_both_links_are_gone_the_walk_ends_without_going_in_circles()
    {
        var policy = Remade.Twitter2014
            .Links("mobileWeb", "pending", _ => false)
            .Screen("mobileWeb", "home", home => home with { Links = [.. home.Links, new ScreenLink { To = "verification", When = new() { State = [EnrolmentState.VerificationEnabled] } }] });

        var walk = await policy.WalkAsync("android");

        Assert.Equal(
            [
                "android/settings: follow \"Add phone\": followed",
                "mobileWeb/addPhone: SubmitPhone: accepted",
                "mobileWeb/pending: open mobileWeb: opened",
                "mobileWeb/home: open android: opened",
                "android/settings: open mobileWeb: opened",
                "mobileWeb/home: follow \"your phone\": followed",
                "mobileWeb/pending: CancelPending: accepted",
                "mobileWeb/home: follow \"add a phone\": followed",
                "mobileWeb/addPhone: SubmitPhone: refused",
            ],
            Steps.Of(walk));
        Assert.StartsWith("time alone leads on, at ", walk.DeadEnd, StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.NoPhone, walk.State);
    }

    [Fact]
    public async Task The_step_that_leaves_a_surface_says_what_it_lacks()
    {
        var walk = await Remade.Twitter2014.WalkAsync("web");

        var opened = walk.Steps[7];
        Assert.Equal("open web", opened.Step.Action);
        Assert.Equal(EnrolmentAction.EnableVerification, opened.Wanted);
        Assert.Equal(RefusalCode.ActionNotOffered, opened.Refusal!.Code);
    }

    [Fact]
    public async Task Where_every_surface_refuses_the_country_the_walk_ends_with_the_refusals_told()
    {
        var policy = Remade.Twitter2014 with
        {
            Rules = [new GatingRule { Name = "nobody-there", Actions = [EnrolmentAction.SubmitPhone], Countries = Selection.Except<CountryCode>(CountryCode.Parse("IL")) }],
        };

        var walk = await policy.WalkAsync("web");

        Assert.Equal("this number leads nowhere; the way out is SubmitPhone on web with another number", walk.DeadEnd);
        Assert.Equal(RefusalCode.CountryNotServed, walk.Steps[^1].Refusal!.Code);
    }

    [Fact]
    public async Task Where_enabling_by_SMS_is_refused_everywhere_the_walk_says_who_can_help()
    {
        var policy = Remade.Twitter2014 with
        {
            Rules = [new GatingRule { Name = "no-sms", Actions = [EnrolmentAction.EnableVerification], Channels = Selection.Except(VerificationChannel.Sms) }],
        };

        var walk = await policy.WalkAsync("web");

        Assert.Equal(EnrolmentState.PhoneVerified, walk.State);
        Assert.NotNull(walk.DeadEnd);
        Assert.Equal(RefusalCode.ChannelNotServed, walk.Steps[^1].Refusal!.Code);
    }

    [Fact]
    public async Task Codes_of_eight_digits_are_read_as_well()
    {
        var walk = await (ShippedPolicies.Consistent.Document with { Code = new CodeRules { Digits = 8 } }).WalkAsync("ios");

        Assert.Null(walk.DeadEnd);
        Assert.Equal(3, walk.Steps.Count);
    }
}

using static LoginVerification.EnrolmentState;

namespace LoginVerification.Tests.Policies;

public sealed class PolicyBuilderTests
{
    [Fact]
    public void The_default_policy_says_the_same_in_csharp_as_in_its_file()
    {
        var file = ShippedPolicies.Consistent.Document;
        Assert.Equal(PolicyFile.Write(file), PolicyFile.Write(Consistent(file.Description).Build()));
    }

    [Fact]
    public void Everything_that_a_builder_can_say_comes_back_from_its_file()
    {
        var built = PolicyBuilder.Named("all-of-it")
            .Described("Everything, \"quoted\" — and é.")
            .Surface("web", home: "settings", web => web
                .Screen("settings", page => page
                    .Offers(EnrolmentAction.SubmitPhone, then: "code", when: new() { State = [NoPhone, PhonePending], Verified = false })
                    .Offers(EnrolmentAction.EnableVerification)
                    .Links("code", label: "manage", LinkKind.Hidden, ScreenCondition.WhilePending)
                    .Links("mobileWeb/home", kind: LinkKind.External, when: new() { SmsDelivered = true })
                    .HidesWaysOut())
                .Screen("code", page => page.Offers(EnrolmentAction.ConfirmCode, then: "settings")))
            .Surface("mobileWeb", home: "home", mobileWeb => mobileWeb.Screen("home", page => { }))
            .Rule("some", rule => rule
                .For(EnrolmentAction.SubmitPhone, EnrolmentAction.EnableVerification).On(Surface.Parse("web"))
                .Countries(Selection.Only<CountryCode>(CountryCode.Parse("GB"), CountryCode.Parse("US")))
                .Carriers(CountryCode.Parse("GB"), Selection.Except<Carrier>(Carrier.Parse("X"))).Carriers(CountryCode.Parse("US"), Selection.Only<Carrier>(Carrier.Parse("Y"), Carrier.Parse("Z")))
                .LineTypes(Selection.Except(LineType.Pager))
                .Channels(Selection.Only(VerificationChannel.Sms)))
            .With(policy => policy with { OnStop = StopMode.RemovePhone, Code = new() { Digits = 8 } });

        var text = PolicyFile.Write(built.Build());
        var reading = PolicyFile.Read(text);
        Assert.Empty(reading.Errors);
        Assert.Equal(text, PolicyFile.Write(reading.Document!));
        Assert.Equal("all-of-it", built.Freeze().Name);
        Assert.Contains("\"carriers\": { \"GB\": { \"except\": [\"X\"] }, \"US\": { \"only\": [\"Y\", \"Z\"] } }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Freezing_a_policy_that_is_not_valid_tells_why()
    {
        var thrown = Assert.Throws<PolicyInvalidException>(PolicyBuilder.Named("none").Freeze);
        Assert.Equal("$.surfaces", Assert.Single(thrown.Errors).Path);
    }

    private static PolicyBuilder Consistent(string description) =>
        new[] { "web", "mobileWeb", "android", "ios" }
            .Aggregate(
                PolicyBuilder.Named("consistent").Described(description),
                (policy, surface) => policy.Surface(surface, home: "security", screens => screens
                    .Screen("security", page => page
                        .Offers(EnrolmentAction.SubmitPhone, then: "code")
                        .Offers(EnrolmentAction.EnableVerification, when: ScreenCondition.In(PhoneVerified))
                        .Offers(EnrolmentAction.ChangeChannel, when: ScreenCondition.In(VerificationEnabled))
                        .Offers(EnrolmentAction.DisableVerification, when: ScreenCondition.In(VerificationEnabled))
                        .Offers(EnrolmentAction.RemovePhone, when: new() { Verified = true })
                        .Links("code", label: "enter the code", when: ScreenCondition.WhilePending))
                    .Screen("code", page => page
                        .Offers(EnrolmentAction.ConfirmCode, then: "security", when: ScreenCondition.WhilePending)
                        .Offers(EnrolmentAction.ResendCode, when: ScreenCondition.WhilePending)
                        .Offers(EnrolmentAction.CancelPending, then: "security", when: ScreenCondition.WhilePending)
                        .Links("security", label: "back to security"))))
            .Rule("lines-that-take-sms", rule => rule
                .For(EnrolmentAction.SubmitPhone, EnrolmentAction.ResendCode, EnrolmentAction.EnableVerification)
                .LineTypes(Selection.Except(
                    LineType.FixedLine, LineType.Personal, LineType.Uan, LineType.TollFree, LineType.PremiumRate,
                    LineType.SharedCost, LineType.Pager, LineType.Voicemail)));
}

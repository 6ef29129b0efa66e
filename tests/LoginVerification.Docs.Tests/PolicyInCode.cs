using LoginVerification.Policies;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>The example of <c>docs/policy.md</c>, in C#.</summary>
internal static class PolicyInCode
{
    public static PolicyDocument Build()
    {
        #region builder
        var policy = PolicyBuilder.Named("small")
            .Described("One page on the web and one in the app. The web serves two countries.")
            .Surface("web", "security", Settings)
            .Surface("app", "security", Settings)
            .Rule("lines-that-take-sms", rule => rule
                .For(EnrolmentAction.SubmitPhone, EnrolmentAction.ResendCode)
                .LineTypes(Selection.Except(LineType.PremiumRate, LineType.SharedCost)))
            .Rule("web-countries", rule => rule
                .For(EnrolmentAction.SubmitPhone)
                .On(Surface.Parse("web"))
                .Countries(Selection.Only<CountryCode>(CountryCode.Parse("IL"), CountryCode.Parse("US"))))
            .Rule("british-carriers", rule => rule
                .For(EnrolmentAction.SubmitPhone)
                .Carriers(CountryCode.Parse("GB"), Selection.Except<Carrier>(Carrier.Parse("Example Mobile"))))
            .With(document => document with { Code = document.Code with { Life = Duration.FromMinutes(5) }, AccountsPerNumber = 3 });

        static void Settings(SurfaceBuilder surface) => surface
            .Screen("security", screen => screen
                .Offers(EnrolmentAction.SubmitPhone, then: "code")
                .Offers(EnrolmentAction.EnableVerification, when: ScreenCondition.In(EnrolmentState.PhoneVerified))
                .Offers(EnrolmentAction.DisableVerification, when: ScreenCondition.In(EnrolmentState.VerificationEnabled))
                .Links("code", "enter the code", when: ScreenCondition.WhilePending))
            .Screen("code", screen => screen
                .Offers(EnrolmentAction.ConfirmCode, then: "security", when: ScreenCondition.WhilePending)
                .Offers(EnrolmentAction.ResendCode, when: ScreenCondition.WhilePending)
                .Links("security", "back"));
        #endregion
        return policy.Build();
    }
}

namespace LoginVerification.Tests;

/// <summary>Policies in which ways out are hard to find, each with a number that it serves to the end, and that nobody held before.</summary>
internal static class WayPolicies
{
    private const string Israeli = "+972522345678";
    private const string American = "+14155552673";

    /// <summary>By name: the policy, and a number that can be submitted, confirmed and enabled; null where none can.</summary>
    public static IReadOnlyDictionary<string, (EnrolmentPolicy Policy, string? Served)> All { get; } = new Dictionary<string, (EnrolmentPolicy Policy, string? Served)>
    {
        ["consistent"] = (ShippedPolicies.Consistent, Israeli),
        ["twitter-2014"] = (ShippedPolicies.Twitter2014, American),
        ["enable without Israel"] = (Refusing(EnrolmentAction.EnableVerification), American),
        ["change without Israel"] = (Refusing(EnrolmentAction.ChangeChannel), American),
        ["remove without Israel"] = (Refusing(EnrolmentAction.RemovePhone), American),
        ["resend without Israel"] = (Refusing(EnrolmentAction.ResendCode), American),
        ["confirm without Israel"] = (Refusing(EnrolmentAction.ConfirmCode), American),
        ["a second number alone"] = (Single(
            new() { Action = EnrolmentAction.SubmitPhone, When = ScreenCondition.In(EnrolmentState.PhoneVerified) },
            new() { Action = EnrolmentAction.ConfirmCode },
            new() { Action = EnrolmentAction.EnableVerification }), null),
        ["the app alone"] = (Changed(new GatingRule
        {
            Name = "no-sms",
            Actions = [EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel],
            Channels = Selection.Except(VerificationChannel.Sms),
        }), Israeli),
        ["nobody removes or disables"] = (Single(
            new() { Action = EnrolmentAction.SubmitPhone },
            new() { Action = EnrolmentAction.ConfirmCode },
            new() { Action = EnrolmentAction.EnableVerification }), Israeli),
    };

    /// <summary>An Israeli number can be submitted, and the actions are not for it.</summary>
    public static EnrolmentPolicy Refusing(params EnrolmentAction[] actions) => Changed(new GatingRule
    {
        Name = "not-israel",
        Actions = actions,
        Countries = Selection.Except(CountryCode.Parse("IL")),
    });

    public static EnrolmentPolicy Changed(GatingRule rule) => EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with { Rules = [rule] });

    /// <summary>One surface with one screen.</summary>
    public static EnrolmentPolicy Single(params ScreenAction[] offers) => EnrolmentPolicy.Create(ShippedPolicies.Consistent.Document with
    {
        Rules = [],
        Surfaces = [new() { Name = "web", Home = "only", Screens = [new() { Name = "only", Actions = offers }] }],
    });
}

namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A policy whose names and labels are hard to write down, and whose conditions and rules are of every kind.</summary>
internal static class OddPolicy
{
    public static ExplorationScale Scale { get; } = new() { Numbers = 2, WrongTries = 2, EveryFailures = 1, FinalFailures = 2, SendsPerNumber = 1, SendsPerAccount = 2 };

    public static EnrolmentPolicy Policy { get; } = EnrolmentPolicy.Create(new PolicyDocument
    {
        Name = "odd",
        Surfaces =
        [
            new SurfaceDocument
            {
                Name = "first",
                Home = "sends",
                Screens =
                [
                    new ScreenDocument
                    {
                        Name = "sends",
                        Actions =
                        [
                            new ScreenAction { Action = EnrolmentAction.SubmitPhone, Then = "a.b" },
                            new ScreenAction { Action = EnrolmentAction.EnableVerification, When = new ScreenCondition { Pending = false } },
                            new ScreenAction { Action = EnrolmentAction.RemovePhone, When = new ScreenCondition { SmsDelivered = false } },
                        ],
                        Links = [new ScreenLink { To = "a-b", Label = "\"*/ \\n %d\u00e9 -- {`$(x)", When = new ScreenCondition { Verified = false } }],
                    },
                    new ScreenDocument
                    {
                        Name = "a-b",
                        Actions = [new ScreenAction { Action = EnrolmentAction.ResendCode }],
                        Links = [new ScreenLink { To = "a.b", Kind = LinkKind.Hidden }, new ScreenLink { To = "c/code", Kind = LinkKind.External }],
                    },
                    new ScreenDocument
                    {
                        Name = "a.b",
                        Actions = [new ScreenAction { Action = EnrolmentAction.ConfirmCode, When = new ScreenCondition { SmsDelivered = true }, Then = "sends" }],
                        Links = [new ScreenLink { To = "a.b", Label = "again" }],
                    },
                ],
            },
            new SurfaceDocument
            {
                Name = "c",
                Home = "code",
                Screens =
                [
                    new ScreenDocument
                    {
                        Name = "code",
                        Actions =
                        [
                            new ScreenAction { Action = EnrolmentAction.ConfirmCode },
                            new ScreenAction { Action = EnrolmentAction.ChangeChannel, When = ScreenCondition.In(EnrolmentState.VerificationEnabled, EnrolmentState.PhoneVerified) },
                        ],
                    },
                ],
            },
        ],
        Rules =
        [
            new GatingRule { Name = "push-only", Actions = [EnrolmentAction.EnableVerification, EnrolmentAction.ChangeChannel], Channels = Selection.Only(VerificationChannel.AppPush) },
            new GatingRule { Name = "push.only", Actions = [EnrolmentAction.ConfirmCode], Surfaces = Selection.Only(Surface.Parse("c")), Countries = Selection.Except(CountryCode.Parse("IL")) },
        ],
    });
}

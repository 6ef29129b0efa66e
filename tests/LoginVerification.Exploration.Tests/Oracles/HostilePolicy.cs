namespace LoginVerification.Exploration.Tests.Oracles;

/// <summary>A policy whose labels try to end strings, elements, comments and lines, and whose names are words of the languages.</summary>
internal static class HostilePolicy
{
    /// <summary>What no XML can hold is told from the rest.</summary>
    public const string Control = "\u0001";

    private const string HalfASign = "\ud800";

    public static EnrolmentPolicy Policy { get; } = EnrolmentPolicy.Create(new PolicyDocument
    {
        Name = "class--MODULE.ends",
        Surfaces =
        [
            new SurfaceDocument
            {
                Name = "start",
                Home = "constructor",
                Screens =
                [
                    new ScreenDocument
                    {
                        Name = "constructor",
                        Actions = [new ScreenAction { Action = EnrolmentAction.SubmitPhone, Then = "IF" }, new ScreenAction { Action = EnrolmentAction.EnableVerification }],
                        Links =
                        [
                            new ScreenLink { To = "IF", Label = "'; throw 1; //\n\"\r\n\t]]></script><!-- -->" },
                            new ScreenLink { To = "IF", Label = "'; throw 1; //\n\"\r\n\t]]></script><!-- -->", Kind = LinkKind.Hidden },
                            new ScreenLink { To = "IF", Label = "`${throw}` {{ }} \\u0027 \\ &amp; &#39; *) \\* ====" },
                            new ScreenLink { To = "user/function", Label = "\u05d0\u202e\U0001f600 \u2028 é" },
                            new ScreenLink { To = "user/function", Label = $"a{Control}{HalfASign}b" },
                        ],
                    },
                    new ScreenDocument
                    {
                        Name = "IF",
                        Actions = [new ScreenAction { Action = EnrolmentAction.ConfirmCode, Then = "constructor" }],
                        Links = [new ScreenLink { To = "IF", Label = "same" }, new ScreenLink { To = "user/function", Label = "same" }],
                    },
                ],
            },
            new SurfaceDocument
            {
                Name = "user",
                Home = "function",
                Screens = [new ScreenDocument { Name = "function", Actions = [new ScreenAction { Action = EnrolmentAction.RemovePhone }] }],
            },
        ],
        Rules =
        [
            new GatingRule
            {
                Name = "in",
                Actions = [EnrolmentAction.EnableVerification],
                Carriers = new Dictionary<string, Selection<Carrier>> { ["IL"] = Selection.Except(Carrier.Parse("\"'; \\ </x> \u05d0")) },
            },
        ],
    });

    /// <summary>What the explorer finds.</summary>
    public static WalkFindings Explored { get; } = WalkFindings.Of(Export.GraphOf(Policy, Policies.ChartedScale));

    /// <summary>A label with what is no sign replaced, as every encoding does.</summary>
    public static string Whole(string label) => label.Replace(HalfASign, "\uFFFD", StringComparison.Ordinal);
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace LoginVerification.Tests.Policies;

public sealed class PolicyRoundTripTests
{
    [Property(MaxTest = 300)]
    public Property Every_valid_policy_comes_back_unchanged_from_its_file() => Prop.ForAll(Policies().ToArbitrary(), policy =>
    {
        var text = PolicyFile.Write(policy);
        var reading = PolicyFile.Read(text);
        Assert.Empty(reading.Errors);
        Assert.Empty(PolicyValidation.Validate(policy));
        Assert.Equal(text, PolicyFile.Write(reading.Document!));
    });

    [Property(MaxTest = 300)]
    public Property No_text_makes_the_reader_throw_or_stay_silent() => Prop.ForAll(Damaged().ToArbitrary(), text =>
    {
        var reading = PolicyFile.Read(text);
        Assert.Equal(reading.IsValid, reading.Errors.Count == 0);
        Assert.All(reading.Errors, error => Assert.InRange(error.Line!.Value, 1, text.Count(c => c == '\n') + 1));
    });

    private static Gen<PolicyDocument> Policies() =>
        from surfaces in Gen.Choose(1, 4)
        from screens in Gen.Choose(1, 4)
        from actions in Gen.SubListOf(Enum.GetValues<EnrolmentAction>())
        from kind in Gen.Elements(Enum.GetValues<LinkKind>())
        from when in Conditions()
        from shows in Gen.Elements(true, false)
        from digits in Gen.Choose(PolicyBounds.Digits.Least, PolicyBounds.Digits.Most)
        from life in Gen.Choose(30_000, 600_000)
        from lapse in Gen.Choose(600, 30 * 86_400)
        from coolDown in Gen.Choose(0, 30 * 86_400)
        from stop in Gen.Elements(Enum.GetValues<StopMode>())
        from rules in Rules([.. actions])
        from uncertain in Gen.Elements(Selection.Any<CountryCode>(), Selection.Only(CountryCode.Parse("IN"), CountryCode.Parse("GB")), Selection.Except<CountryCode>(CountryCode.Parse("DE")))
        select new PolicyDocument
        {
            Name = "random",
            Surfaces = [.. Enumerable.Range(0, surfaces).Select(s => new SurfaceDocument
            {
                Name = $"s{s}",
                Home = "p0",
                Screens = [.. Enumerable.Range(0, screens).Select(p => new ScreenDocument
                {
                    Name = $"p{p}",
                    Actions = [.. actions.Select(action => new ScreenAction { Action = action, When = when, Then = p == 0 ? null : "p0" })],
                    Links = [new ScreenLink { To = $"s{s}/p{(p + 1) % screens}", Kind = kind, When = when }],
                    ShowsWaysOut = shows,
                })],
            })],
            Rules = rules,
            AccountAttributes = [new AccountAttribute { Name = "paid", Values = ["no", "yes"] }],
            Code = new CodeRules { Digits = digits, Life = Duration.FromMilliseconds(life) },
            SmsDelivery = new SmsDeliveryRules { Uncertain = uncertain },
            PendingLapsesAfter = Duration.FromSeconds(lapse),
            CoolDownAfterRemoval = Duration.FromSeconds(coolDown),
            OnStop = stop,
        };

    private static Gen<ScreenCondition?> Conditions() => Gen.Elements(
        null,
        ScreenCondition.WhilePending,
        ScreenCondition.In(EnrolmentState.NoPhone, EnrolmentState.PhonePending),
        new ScreenCondition { Verified = false, SmsDelivered = true },
        new ScreenCondition { Channel = [VerificationChannel.AppPush], Device = true });

    /// <summary>Each rule leaves something that the others leave, too: GB, its carrier X, mobile lines.</summary>
    private static Gen<IReadOnlyList<GatingRule>> Rules(List<EnrolmentAction> actions) =>
        from count in Gen.Choose(0, actions.Count == 0 ? 0 : 5)
        from countries in Gen.SubListOf("IL", "US", "DE")
        from carriers in Gen.SubListOf("Y", "Z z", "É")
        from lines in Gen.SubListOf(LineType.Pager, LineType.Voicemail)
        from when in RuleConditions()
        select (IReadOnlyList<GatingRule>)[.. Enumerable.Range(0, count).Select(i => new GatingRule
        {
            Name = $"r{i}",
            Actions = [.. actions],
            Surfaces = Selection.Only<Surface>(Surface.Parse("s0")),
            Countries = Selection.Only([.. countries.Select(country => CountryCode.Parse(country)), CountryCode.Parse("GB")]),
            Carriers = new Dictionary<string, Selection<Carrier>> { ["GB"] = Selection.Only([.. carriers.Select(carrier => Carrier.Parse(carrier)), Carrier.Parse("X")]) },
            LineTypes = lines.Count == 0 ? Selection.Any<LineType>() : Selection.Except([.. lines]),
            When = when,
        })];

    private static Gen<RuleCondition?> RuleConditions() => Gen.Elements(
        null,
        RuleCondition.WithDevice(registered: true),
        RuleCondition.ForAccounts("paid", "yes"),
        new RuleCondition { Device = false, Countries = Selection.Except<CountryCode>(CountryCode.Parse("FR")), LineTypes = Selection.Except(LineType.Uan) },
        new RuleCondition { Carriers = new Dictionary<string, Selection<Carrier>> { ["GB"] = Selection.Except<Carrier>(Carrier.Parse("W")) } });

    /// <summary>A good file with a stretch of it cut out, doubled or written over.</summary>
    private static Gen<string> Damaged() =>
        from start in Gen.Choose(0, PolicyText.Small.Length - 1)
        from length in Gen.Choose(0, 20)
        from patch in Gen.Elements("", "\"", "{", "}", "[", "]", ",", ":", "\\", "0", "null", "\n", "é", "/", "\"\"", "\u0000")
        select PolicyText.Small[..start] + patch + PolicyText.Small[Math.Min(start + length, PolicyText.Small.Length)..];
}

namespace LoginVerification.Tests;

/// <summary>A command without its input is the programmer's mistake, whoever gives it: it throws, and the words say what to pass.</summary>
public sealed class ArgumentTests
{
    private static readonly DeviceId Device = GivenSignIns.Phone.Id;
    private static readonly ChallengeId Challenge = GivenSignIns.Current;
    private static readonly AnswerPrompt Answer = new(Device, Challenge, PromptDecision.Approve, "12", "signature");
    private static readonly string TooLong = new('a', SignIn.MaxContextLength + 1);

    private static Dictionary<string, EnrolmentCommand> Mistakes { get; } = new()
    {
        ["RenameDevice, no device"] = new RenameDevice(null!, "name"),
        ["RenameDevice, no name"] = new RenameDevice(Device, null!),
        ["RemoveDevice, no device"] = new RemoveDevice(null!),
        ["ResendSignIn, no challenge"] = new ResendSignIn(null!),
        ["AnswerSignIn, no challenge"] = new AnswerSignIn(null!, "123456"),
        ["AnswerSignIn, no code"] = new AnswerSignIn(Challenge, null!),
        ["CompleteSignIn, no challenge"] = new CompleteSignIn(null!),
        ["UseBackupCode, no code"] = new UseBackupCode(null!),
        ["BeginSignIn, too long a place"] = new BeginSignIn { Place = TooLong },
        ["BeginSignIn, half a character as its place"] = new BeginSignIn { Place = "\ud83d" },
        ["BeginSignIn, too long a browser"] = new BeginSignIn { Browser = TooLong },
        ["BeginSignIn, a browser that no store keeps"] = new BeginSignIn { Browser = "a\0b" },
        ["BindDevice, no token"] = new BindDevice(null!, "key", "name", null, "signature"),
        ["BindDevice, no key"] = new BindDevice("token", null!, "name", null, "signature"),
        ["BindDevice, no name"] = new BindDevice("token", "key", null!, null, "signature"),
        ["AnswerPrompt, no device"] = Answer with { Device = null! },
        ["AnswerPrompt, no challenge"] = Answer with { Challenge = null! },
        ["AnswerPrompt, no number"] = Answer with { Number = null! },
        ["AnswerPrompt, no decision"] = Answer with { Decision = (PromptDecision)9 },
        ["ChangeDeviceAddress, no device"] = new ChangeDeviceAddress(null!, null, default, "signature"),
    };

    public static TheoryData<string> Names => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_without_its_input_is_the_programmers_mistake(string name)
    {
        var command = Mistakes[name];
        var origin = command is SignInCommand ? GivenSignIns.BySignIn : command is DeviceCommand ? GivenSignIns.ByDevice : Given.ByUser;

        var mistake = Assert.Throws<ArgumentException>("command", () => Decider.Decide(GivenSignIns.SmsAsked, command, GivenSignIns.BenignFacts(origin), TestPolicies.Default));

        Assert.Matches("Pass ", mistake.Message);
    }

    [Fact]
    public void A_device_command_without_a_signature_is_none() => Assert.Throws<ArgumentNullException>(() => new ChangeDeviceAddress(Device, null, default, null!));

    [Fact]
    public void A_place_and_a_browser_of_the_longest_are_told_to_the_owner()
    {
        var longest = TooLong[1..];
        var decision = Decider.Decide(GivenSignIns.OverApp, new BeginSignIn { Place = longest, Browser = longest }, GivenSignIns.BenignFacts(GivenSignIns.BySignIn), TestPolicies.Default);

        var begun = Assert.IsType<SignInBegun>(Assert.Single(decision.Events));
        Assert.Equal((longest, longest), (begun.SignIn.Place, begun.SignIn.Browser));
    }
}

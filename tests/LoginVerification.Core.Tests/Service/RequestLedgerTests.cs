namespace LoginVerification.Tests;

/// <summary>Which request is a repetition: the same account, initiator, command and key; and which has the same content.</summary>
public sealed class RequestLedgerTests
{
    private const string Number = "0501234567";
    private static readonly DeviceId One = DeviceId.Parse(new string('1', 32));
    private static readonly DeviceId Another = DeviceId.Parse(new string('2', 32));
    private static readonly RequestLedger Ledger = new(new CodeKeys([new("old", new byte[32]), new("new", [.. Enumerable.Repeat((byte)1, 32)])], "old"));
    private static readonly Caller Alice = Caller.User(Given.Alice, TestPolicies.Web, Given.Now) with { IdempotencyKey = "key" };

    [Fact]
    public void A_request_is_found_under_the_key_of_its_mark_and_not_after_that_key_was_removed()
    {
        var handled = Given.PhonePending with { Requests = [Ledger.Entry(Alice, new ResendCode(), null, Given.Now)!] };
        var rotated = new RequestLedger(new CodeKeys([new("old", new byte[32]), new("new", [.. Enumerable.Repeat((byte)1, 32)])], "new"));
        var removed = new RequestLedger(new CodeKeys([new("new", [.. Enumerable.Repeat((byte)1, 32)])], "new"));

        Assert.NotNull(rotated.Find(handled, Alice, new ResendCode(), Given.Now));
        Assert.Null(removed.Find(handled, Alice, new ResendCode(), Given.Now));
    }

    public static TheoryData<string> Contents => [.. Others.Keys];

    private static Dictionary<string, (EnrolmentCommand One, EnrolmentCommand Other)> Others { get; } = new()
    {
        ["SubmitPhone, another number"] = (new SubmitPhone(Number), new SubmitPhone("0501234568")),
        ["SubmitPhone, another country"] = (new SubmitPhone(Number, CountryCode.Parse("IL")), new SubmitPhone(Number, CountryCode.Parse("DE"))),
        ["SubmitPhone, no country"] = (new SubmitPhone(Number, CountryCode.Parse("IL")), new SubmitPhone(Number)),
        ["SubmitPhone, another carrier"] = (new SubmitPhone(Number, null, Carrier.Parse("a")), new SubmitPhone(Number, null, Carrier.Parse("b"))),
        ["SubmitPhone, no carrier"] = (new SubmitPhone(Number, null, Carrier.Parse("a")), new SubmitPhone(Number)),
        ["ConfirmCode, another code"] = (new ConfirmCode("123456"), new ConfirmCode("123457")),
        ["EnableVerification, the other channel"] = (new EnableVerification(VerificationChannel.Sms), new EnableVerification(VerificationChannel.AppPush)),
        ["ChangeChannel, the other channel"] = (new ChangeChannel(VerificationChannel.Sms), new ChangeChannel(VerificationChannel.AppPush)),
        ["AcknowledgeNotices, a millisecond more"] = (new AcknowledgeNotices(Given.Now), new AcknowledgeNotices(Given.Now + Given.Millisecond)),
        ["AcknowledgeNotices, all"] = (new AcknowledgeNotices(Given.Now), new AcknowledgeNotices()),
        ["InvalidatePhone, another number"] = (new InvalidatePhone(Number, InvalidationReason.Ported), new InvalidatePhone("0501234568", InvalidationReason.Ported)),
        ["InvalidatePhone, another reason"] = (new InvalidatePhone(Number, InvalidationReason.Ported), new InvalidatePhone(Number, InvalidationReason.Recycled)),
        ["OptOutOfDelivery, another number"] = (new OptOutOfDelivery(Number), new OptOutOfDelivery("0501234568")),
        ["RestoreDelivery, another number"] = (new RestoreDelivery(Number), new RestoreDelivery("0501234568")),
        ["ImportVerifiedPhone, another number"] = (new ImportVerifiedPhone(Number, Given.Now), new ImportVerifiedPhone("0501234568", Given.Now)),
        ["ImportVerifiedPhone, a millisecond later"] = (new ImportVerifiedPhone(Number, Given.Now), new ImportVerifiedPhone(Number, Given.Now + Given.Millisecond)),
        ["ImportVerifiedPhone, enabled"] = (new ImportVerifiedPhone(Number, Given.Now), new ImportVerifiedPhone(Number, Given.Now, VerificationChannel.Sms)),
        ["RenameDevice, another device"] = (new RenameDevice(One, "phone"), new RenameDevice(Another, "phone")),
        ["RenameDevice, another name"] = (new RenameDevice(One, "phone"), new RenameDevice(One, "tablet")),
        ["RemoveDevice, another device"] = (new RemoveDevice(One), new RemoveDevice(Another)),
        ["ImportVerifiedPhone, the other channel"] = (new ImportVerifiedPhone(Number, Given.Now, VerificationChannel.AppPush), new ImportVerifiedPhone(Number, Given.Now, VerificationChannel.Sms)),
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void A_request_with_another_content_is_another_request(string name)
    {
        var (one, other) = Others[name];
        var entry = Ledger.Entry(Alice, one, null, Given.Now)!;

        Assert.True(Ledger.IsSameContent(entry, Alice, one));
        Assert.False(Ledger.IsSameContent(entry, Alice, other));
    }

    /// <summary>A sign-in lets in once, and a device signs each request anew: neither is told again.</summary>
    [Fact]
    public void What_lets_somebody_in_and_what_a_device_signed_is_never_remembered()
    {
        var challenge = new ChallengeId("current");
        foreach (var command in new EnrolmentCommand[]
        {
            new BeginSignIn(), new ResendSignIn(challenge), new AnswerSignIn(challenge, new CodeInput("123456")), new CompleteSignIn(challenge), new UseBackupCode(new CodeInput("0000-0000-0000-0000")),
            new BindDevice("", "", "", null, ""), new AnswerPrompt(One, challenge, PromptDecision.Approve, new CodeInput("12"), ""), new ChangeDeviceAddress(One, null, default, ""),
        })
        {
            Assert.Null(Ledger.Entry(Alice, command, null, Given.Now));
            Assert.Null(Ledger.Find(Given.VerificationEnabled, Alice, command, Given.Now));
        }
    }

    /// <summary>Each parameter of each command that is remembered has to make a difference: a new one that was forgotten fails here.</summary>
    [Fact]
    public void Every_parameter_of_every_command_has_its_row()
    {
        var commands = typeof(EnrolmentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentCommand)) && !type.IsAbstract
            && !type.IsSubclassOf(typeof(SignInCommand)) && !type.IsSubclassOf(typeof(DeviceCommand)));
        var parameters = commands.SelectMany(command => command.GetConstructors().Single().GetParameters().Select(parameter => $"{command.Name}.{parameter.Name}"));
        var varied = Others.Values.Select(pair => pair.One.GetType().GetProperties()
            .Single(property => property.DeclaringType == pair.One.GetType() && property.Name != "EqualityContract" && !Equals(property.GetValue(pair.One), property.GetValue(pair.Other))))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Equal(parameters.Order(), varied.Distinct().Order());
    }
}

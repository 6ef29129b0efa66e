using NodaTime;

namespace LoginVerification.Tests;

/// <summary>One or two users at mobile web, freshly authenticated, before the real service: the words in which the bounds are told.</summary>
internal sealed class Scene(EnrolmentPolicy? policy = null, Action<LoginVerificationBuilder>? useStore = null) : IDisposable
{
    public const string Israeli = "+972502345678";
    public const string American = "+14155552671";
    public const string British = "+447911123456";

    public World World { get; } = new(policy ?? TestPolicies.Default, useStore);

    public string Who { get; set; } = "alice";

    /// <summary>What the user has just authenticated with.</summary>
    public AuthenticationFactors Factors { get; set; } = AuthenticationFactors.MultiFactor;

    /// <summary>The code of the newest SMS, whoever got it.</summary>
    public string Code => World.Phones.Messages[^1].Text[..6];

    public Task<EnrolmentResult> Submit(string number) => ByUser(new SubmitPhone(number));

    public Task<EnrolmentResult> Resend() => ByUser(new ResendCode());

    public Task<EnrolmentResult> Confirm(string code) => ByUser(new ConfirmCode(code));

    public Task<EnrolmentResult> ByUser(UserCommand command) => World.Handle(Caller.User(AccountId.Parse(Who), TestPolicies.MobileWeb, World.Now, Factors), command);

    public Task<EnrolmentResult> ByCarrier(HostCommand command) => World.Handle(Caller.Carrier(AccountId.Parse(Who)), command);

    public Task<EnrolmentResult> ByOperator(EnrolmentCommand command) => World.Handle(Caller.Operator(AccountId.Parse(Who), "staff-1"), command);

    /// <summary>Types wrong codes, and gives the answer to the last one.</summary>
    public async Task<EnrolmentResult> Guess(int times)
    {
        var wrong = TestNumbers.CodeUnlike(World.Phones.Messages.Select(message => message.Text[..6]).ToHashSet());
        for (var i = 1; i < times; i++)
            await Confirm(wrong);
        return await Confirm(wrong);
    }

    public async Task Verified(string number)
    {
        await Submit(number);
        Accepted(await Confirm(Code));
    }

    public async Task Enabled(string number)
    {
        await Verified(number);
        Accepted(await ByUser(new EnableVerification(VerificationChannel.Sms)));
    }

    /// <summary>What is stored of the user.</summary>
    public Task<Enrolment> Stored() => World.Load(AccountId.Parse(Who));

    public void Pass(Duration time) => World.Pass(time);

    public void PassUntil(Instant? instant) => World.MoveTo(instant!.Value);

    public static void Accepted(EnrolmentResult result) => Assert.Null(result.Refusal);

    public static void Refused(RefusalCode code, EnrolmentResult result) => Assert.Equal(code, result.Refusal?.Code);

    public void Dispose() => World.Dispose();
}

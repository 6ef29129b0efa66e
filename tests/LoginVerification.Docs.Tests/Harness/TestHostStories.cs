using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>What a host does for its owner in a few words, whatever lies between the test and the service.</summary>
internal sealed partial class TestHost
{
    public const string Account = "account-1";
    public const string Israeli = "+972502345678";

    public Instant Now => Time.GetInstant();

    public string WrongCode => Phone.LastCode == "123456" ? "654321" : "123456";

    /// <summary>A user who has just authenticated, with the second factor.</summary>
    public async Task<EnrolmentResult> As(string surface, EnrolmentCommand command, string account = Account) =>
        await Give(Caller.User(AccountId.Parse(account), Surface.Parse(surface), Now, AuthenticationFactors.MultiFactor), command);

    public async Task<EnrolmentResult> Operator(EnrolmentCommand command) => await Give(Caller.Operator(AccountId.Parse(Account), "staff-1"), command);

    public async Task<EnrolmentResult> Carrier(EnrolmentCommand command) => await Give(Caller.Carrier(AccountId.Parse(Account)), command);

    /// <summary>Gives commands that have to be accepted.</summary>
    public async Task Do(string surface, params EnrolmentCommand[] commands)
    {
        foreach (var command in commands)
            Assert.Null((await As(surface, command)).Refusal);
    }

    /// <summary>The account has a verified number, proved by its code.</summary>
    public async Task Verify(string surface = "web", string number = Israeli, string account = Account)
    {
        Assert.Null((await As(surface, new SubmitPhone(number), account)).Refusal);
        Assert.Null((await As(surface, new ConfirmCode(Phone.LastCode), account)).Refusal);
    }

    /// <summary>The account has a verified number, and SMS protects its log-in.</summary>
    public async Task Enable(string submitOn = "web", string enableOn = "web")
    {
        await Verify(submitOn);
        await Do(enableOn, new EnableVerification(VerificationChannel.Sms));
    }

    /// <summary>Wrong codes, one after the other.</summary>
    public async Task Mistype(int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(RefusalCode.WrongCode, (await As("web", new ConfirmCode(WrongCode))).Refusal!.Code);
    }
}

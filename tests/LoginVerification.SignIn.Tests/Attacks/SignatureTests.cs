using System.Buffers.Text;
using System.Security.Cryptography;
using LoginVerification.Docs.Tests;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Attack 11: every signature that is not this device's, over this answer, in its one form.</summary>
public sealed class SignatureTests
{
    private const string What = "login-verification answer v1";

    [Theory]
    [InlineData("other account")]
    [InlineData("other device")]
    [InlineData("other challenge")]
    [InlineData("other decision")]
    [InlineData("other number")]
    [InlineData("other kind of message")]
    [InlineData("fields run together")]
    [InlineData("other key")]
    [InlineData("high s")]
    [InlineData("truncated")]
    [InlineData("lengthened")]
    [InlineData("padded base64")]
    [InlineData("base64 with other trailing bits")]
    [InlineData("DER")]
    [InlineData("P-384")]
    [InlineData("zeroes")]
    [InlineData("empty")]
    [InlineData("no base64")]
    public async Task It_is_refused_and_not_counted(string forgery)
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var challenge = await host.ChallengedAsync();
        var number = challenge.NumberToMatch!.Text;
        using var stranger = new App();
        using var otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        string[] right = [What, "alice", app.Device.Hex, challenge.Id.Value, "approve", number];
        var signature = app.Sign(right);
        var forged = forgery switch
        {
            "other account" => app.Sign([What, "bob", .. right[2..]]),
            "other device" => app.Sign([.. right[..2], new string('0', 32), .. right[3..]]),
            "other challenge" => app.Sign([.. right[..3], new string('0', 32), .. right[4..]]),
            "other decision" => app.Sign([.. right[..4], "deny", number]),
            "other number" => app.Sign([.. right[..5], SignInHost.WrongFor(number)]),
            "other kind of message" => app.Sign(["login-verification prompt v1", .. right[1..]]),
            "fields run together" => app.Sign(string.Concat(right)),
            "other key" => stranger.Sign(right),
            "high s" => Base64Url.EncodeToString(AppMessage.WithOtherS(Base64Url.DecodeFromChars(signature))),
            "truncated" => signature[..^2],
            "lengthened" => signature + "AA",
            "padded base64" => signature + "==",
            "base64 with other trailing bits" => signature[..^1] + (char)(signature[^1] + 1),
            "DER" => Base64Url.EncodeToString(app.SignDer(right)),
            "P-384" => Base64Url.EncodeToString(otherCurve.SignData("x"u8, HashAlgorithmName.SHA256)),
            "zeroes" => Base64Url.EncodeToString(new byte[64]),
            "empty" => "",
            _ => "not base64!",
        };
        Assert.NotEqual(signature, forged);

        var answer = await host.Devices.AnswerAsync(SignInHost.Alice, new AnswerPrompt(app.Device, challenge.Id, PromptDecision.Approve, number, forged));
        Assert.Equal(RefusalCode.SignatureInvalid, answer.Refusal!.Code);
        Assert.Equal(RefusalCode.SignInUnanswered, (await host.CompleteAsync(challenge.Id)).Code());
        Assert.Equal(0, (await host.StoredAsync()).SignIn!.Challenge.WrongTries);
        Assert.True((await host.Devices.AnswerAsync(SignInHost.Alice, new AnswerPrompt(app.Device, challenge.Id, PromptDecision.Approve, number, signature))).Succeeded);
    }

    [Theory]
    [InlineData(300_000, true)]
    [InlineData(300_001, false)]
    [InlineData(-300_001, false)]
    public async Task An_address_that_was_taken_down_takes_the_device_back_for_five_minutes_at_most(int later, bool taken)
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var (signedAt, earlier) = (host.Now - Duration.FromMilliseconds(later), PushAddress.Parse("earlier"));
        var change = app.Move(earlier, signedAt);
        var result = await host.Devices.ChangeAddressAsync(SignInHost.Alice, change);
        Assert.Equal(taken ? null : RefusalCode.SignatureInvalid, result.Refusal?.Code);
        Assert.Equal(taken ? earlier : app.Address, Assert.Single((await host.StoredAsync()).Devices).Address);

        // The time is signed: who sends it again cannot write another one.
        Assert.Equal(RefusalCode.SignatureInvalid, (await host.Devices.ChangeAddressAsync(SignInHost.Alice, change with { At = host.Now + Duration.FromSeconds(1) })).Refusal?.Code);
    }

    [Fact]
    public async Task A_signed_yes_is_good_for_its_own_challenge_alone()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var first = await host.ChallengedAsync();
        var yes = app.Approval(first.Id, first.NumberToMatch!.Text);
        Assert.True((await host.Devices.AnswerAsync(SignInHost.Alice, yes)).Succeeded);
        (await host.CompleteAsync(first.Id)).Approved();
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.Devices.AnswerAsync(SignInHost.Alice, yes)).Refusal!.Code);

        host.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await host.ChallengedAsync();
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.Devices.AnswerAsync(SignInHost.Alice, yes)).Refusal!.Code);
        Assert.Equal(RefusalCode.SignatureInvalid, (await host.Devices.AnswerAsync(SignInHost.Alice, yes with { Challenge = second.Id })).Refusal!.Code);
        Assert.Equal(RefusalCode.SignInUnanswered, (await host.CompleteAsync(second.Id)).Code());
    }

    [Fact]
    public async Task A_device_answers_for_no_other_account_not_even_one_that_has_the_same_key()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var bob = AccountId.Parse("bob");
        await host.EnableSmsAsync(bob, "+14155552671");
        var challenge = await host.ChallengedAsync();
        var answer = await host.Devices.AnswerAsync(bob, app.Approval(challenge.Id, challenge.NumberToMatch!.Text));
        Assert.Equal(RefusalCode.DeviceUnknown, answer.Refusal!.Code);

        var ofAlice = app.Device;
        app.Account = bob;
        Assert.True((await app.BindAsync(host, (await host.Session(bob).IssueDeviceTokenAsync()).Text!)).Succeeded);
        var asBob = app.Approval(challenge.Id, challenge.NumberToMatch.Text) with { Device = ofAlice };
        Assert.Equal(RefusalCode.SignatureInvalid, (await host.Devices.AnswerAsync(SignInHost.Alice, asBob)).Refusal!.Code);
    }

    [Theory]
    [InlineData("other token")]
    [InlineData("used token")]
    [InlineData("late token")]
    [InlineData("another account's token")]
    [InlineData("a token from before protection")]
    [InlineData("tampered token")]
    [InlineData("no proof")]
    [InlineData("proof of another name")]
    [InlineData("P-384 key")]
    [InlineData("a point off the curve")]
    public async Task A_device_is_bound_by_its_owner_alone(string forgery)
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        using var app = new App();
        var token = (await host.Session().IssueDeviceTokenAsync()).Text!;
        var binding = app.Binding(token);
        var expected = RefusalCode.BindingTokenInvalid;
        switch (forgery)
        {
            case "other token":
                binding = app.Binding("a.b.c.d");
                break;
            case "used token":
                using (var first = new App())
                    Assert.True((await first.BindAsync(host, token)).Succeeded);
                break;
            case "late token":
                host.Time.Advance(TimeSpan.FromMinutes(5));
                break;
            case "another account's token":
                var bob = AccountId.Parse("bob");
                await host.EnableSmsAsync(bob, "+14155552671");
                var parts = (await host.Session(bob).IssueDeviceTokenAsync()).Text!.Split('.');
                binding = app.Binding(string.Join('.', parts[0], token.Split('.')[1], parts[2], parts[3]));
                break;
            case "a token from before protection":
                Assert.Null((await host.Session().DisableAsync()).Refusal);
                binding = app.Binding((await host.Session(factors: AuthenticationFactors.SingleFactor).IssueDeviceTokenAsync()).Text!);
                Assert.Null((await host.Session().EnableAsync(VerificationChannel.Sms)).Refusal);
                break;
            case "tampered token":
                binding = app.Binding(token[..^2] + (token[^2] == 'A' ? 'B' : 'A') + token[^1]);
                break;
            case "no proof":
                (binding, expected) = (new BindDevice(token, binding.Key, binding.Name, binding.Address, ""), RefusalCode.SignatureInvalid);
                break;
            case "proof of another name":
                (binding, expected) = (new BindDevice(token, binding.Key, "other", binding.Address, binding.Signature), RefusalCode.SignatureInvalid);
                break;
            case "P-384 key":
                using (var other = ECDsa.Create(ECCurve.NamedCurves.nistP384))
                    (binding, expected) = (binding with { Key = Base64Url.EncodeToString((byte[])[4, .. other.ExportParameters(false).Q.X!]) }, RefusalCode.DeviceKeyInvalid);
                break;
            default:
                var point = Base64Url.DecodeFromChars(binding.Key);
                point[^1] ^= 1;
                (binding, expected) = (binding with { Key = Base64Url.EncodeToString(point) }, RefusalCode.DeviceKeyInvalid);
                break;
        }

        var before = (await host.StoredAsync()).Devices;
        Assert.Equal(expected, (await host.Devices.BindDeviceAsync(binding)).Refusal!.Code);
        Assert.Equal(before, (await host.StoredAsync()).Devices);
    }

    [Fact]
    public async Task The_password_alone_binds_no_device_to_a_protected_account()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var token = await host.Session(factors: AuthenticationFactors.SingleFactor).IssueDeviceTokenAsync();
        Assert.Null(token.Text);
        Assert.Equal(RefusalCode.SecondFactorRequired, token.Refusal!.Code);
        Assert.Equal([new WayOut.Reauthenticate { WithSecondFactor = true }], token.Refusal.WaysOut);
    }

    [Fact]
    public async Task Without_a_verified_phone_there_is_no_token_and_what_verifies_one_leads_on()
    {
        using var host = new SignInHost();
        var token = await host.Session().IssueDeviceTokenAsync();
        Assert.Null(token.Text);
        Assert.Equal(RefusalCode.NoVerifiedPhone, token.Refusal!.Code);
        Assert.Contains(new WayOut.Act(SignInHost.Web, new Choice(EnrolmentAction.SubmitPhone)), token.Refusal.WaysOut);
    }
}

using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using static LoginVerification.Docs.Tests.WayKind;

namespace LoginVerification.Docs.Tests;

/// <summary>The refusals of sign-ins, devices and backup codes, provoked through the real services, with real keys.</summary>
internal static class SignInProvocations
{
    public static IReadOnlyList<Provocation> All { get; } =
    [
        new(RefusalCode.SignInNotOpen, "giving the code of a sign-in again, 30 seconds after it let somebody in", [Anew], async host =>
        {
            await host.Enable();
            var challenge = (await host.BeginAsync()).Id;
            var code = host.Phone.LastCode;
            Assert.IsType<SignInAnswer.Approved>(await host.AnswerAsync(challenge, code));
            host.Time.Advance(TimeSpan.FromSeconds(30));
            return RefusalOf(await host.AnswerAsync(challenge, code));
        }),
        new(RefusalCode.SignInUnanswered, "asking, 30 seconds after the push, whether the owner has answered, where there are backup codes", [Retry, Again, Backup], async host =>
        {
            using var device = await host.EnableAppAsync();
            await host.Do("web", new IssueBackupCodes());
            var challenge = (await host.BeginAsync()).Id;
            host.Time.Advance(TimeSpan.FromSeconds(30));
            return RefusalOf(await host.CompleteAsync(challenge));
        }),
        new(RefusalCode.SignInDenied, "asking whether the owner has answered, right after they said no", [Retry], async host =>
        {
            using var device = await host.EnableAppAsync();
            var challenge = (await host.BeginAsync()).Id;
            Assert.Null((await device.DenyAsync(challenge)).Refusal);
            return RefusalOf(await host.CompleteAsync(challenge));
        }),
        new(RefusalCode.WrongMatchingNumber, "approving with another number than the page shows", [Correct], async host =>
        {
            using var device = await host.EnableAppAsync();
            var challenge = await host.BeginAsync();
            return (await device.ApproveAsync(challenge.Id, Other(challenge))).Refusal;
        }),
        new(RefusalCode.SignatureInvalid, "approving with the signature of a no", [Correct], async host =>
        {
            using var device = await host.EnableAppAsync();
            var challenge = await host.BeginAsync();
            var no = device.Answer(challenge.Id, PromptDecision.Deny, challenge.NumberToMatch!.Text);
            return (await host.Devices.AnswerAsync(device.Account, no with { Decision = PromptDecision.Approve })).Refusal;
        }),
        new(RefusalCode.DeviceUnknown, "approving on a device that was removed", [RegisterDevice], async host =>
        {
            using var device = await host.EnableAppAsync();
            using var other = await TestDevice.BoundAsync(host);
            var challenge = await host.BeginAsync();
            await host.Do("web", new RemoveDevice(device.Id));
            return (await device.ApproveAsync(challenge.Id, challenge.NumberToMatch!.Text)).Refusal;
        }),
        new(RefusalCode.BindingTokenInvalid, "binding a second device with the token of the first", [RegisterDevice], async host =>
        {
            await host.Verify();
            var token = await host.TokenAsync();
            using var device = new TestDevice(host);
            using var other = new TestDevice(host);
            Assert.Null((await device.BindAsync(token)).Refusal);
            return (await other.BindAsync(token)).Refusal;
        }),
        new(RefusalCode.DeviceKeyInvalid, "binding a device with a key of 64 bytes", [Correct], async host =>
        {
            await host.Verify();
            using var device = new TestDevice(host);
            return (await host.Devices.BindDeviceAsync(device.Binding(await host.TokenAsync(), publicKey: device.PublicKey[..^2]))).Refusal;
        }),
        new(RefusalCode.DeviceNameInvalid, "calling a device \" \"", [Correct], async host =>
        {
            using var device = await host.EnableAppAsync();
            return (await host.As("web", new RenameDevice(device.Id, " "))).Refusal;
        }),
        new(RefusalCode.DeviceAlreadyBound, "binding the same key with another token", [], async host =>
        {
            using var device = await host.EnableAppAsync();
            return (await device.BindAsync(await host.TokenAsync())).Refusal;
        }),
        new(RefusalCode.TooManyDevices, "binding an 11th device", [Removal], async host =>
        {
            await host.Verify();
            for (var i = 0; i < 10; i++)
                (await TestDevice.BoundAsync(host)).Dispose();
            using var device = new TestDevice(host);
            return (await device.BindAsync(await host.TokenAsync())).Refusal;
        }),
        new(RefusalCode.DeviceProtectsLogin, "removing the last device while the app protects the log-in", [RegisterDevice, Act], async host =>
        {
            using var device = await host.EnableAppAsync();
            return (await host.As("web", new RemoveDevice(device.Id))).Refusal;
        }),
        new(RefusalCode.NoBackupCodes, "giving a backup code where none were issued", [Anew], async host =>
        {
            await host.Enable();
            return RefusalOf(await host.UseBackupCodeAsync("0000-0000-0000-0000"));
        }),
        new(RefusalCode.EnrolmentUnreadable, "beginning to sign in while the store cannot be read", [AskOperator], async host =>
            Assert.IsType<SignInStart.Blocked>(await host.SignIns.BeginAsync(AccountId.Parse(TestHost.Account), Surface.Parse("web"))).Refusal)
        { Configure = services => services.Replace(ServiceDescriptor.Singleton<IEnrolmentStore, BrokenStore>()) },
    ];

    /// <summary>Two digits that the page does not show.</summary>
    internal static string Other(SignInChallenge challenge) => challenge.NumberToMatch!.Text == "00" ? "01" : "00";

    private static Refusal? RefusalOf(SignInAnswer answer) => (answer as SignInAnswer.Refused)?.Refusal;
}

using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>Browsers that gave the password, by the challenge that their cookies hold.</summary>
internal sealed class RemoteSignIns(HttpHost host) : IDisposable
{
    private readonly Dictionary<ChallengeId, Browser> browsers = [];

    public async Task<SignInStart> BeginAsync(AccountId account, Surface surface)
    {
        var browser = await Browser.WithPasswordAsync(host, account.Value, surface.Name);
        var answer = await browser.PostAsync("/sign-in");
        if (answer.Number >= 300)
        {
            browser.Dispose();
            return new SignInStart.Blocked(Problems.RefusalIn(answer));
        }

        var question = answer.Yes()["question"]!;
        // No answer tells the challenge. The store knows it.
        var challenge = (await host.Services.GetRequiredService<IEnrolmentStore>().LoadAsync(account, default))!.SignIn!.Challenge.Id;
        Assert.DoesNotContain(challenge.Value, answer.Text, StringComparison.Ordinal);
        browsers[challenge] = browser;
        return new SignInStart.Challenged(new SignInChallenge(challenge, Enum.Parse<VerificationChannel>((string)question["channel"]!), InstantPattern.ExtendedIso.Parse((string)question["expiresAt"]!).Value)
        {
            Phone = (string?)question["phone"],
            NumberToMatch = (string?)question["numberToMatch"] is { } digits ? NumberOf(digits) : null,
        });
    }

    /// <summary>Gives a code, or none, with the cookies that the browser had after it began: as somebody who kept them could.</summary>
    public async Task<SignInAnswer> AnswerAsync(ChallengeId challenge, string? code)
    {
        using var browser = browsers[challenge].Copy();
        return AnswerIn(await browser.PostAsync("/sign-in/answer", code is null ? null : new { code }));
    }

    public async Task<SignInAnswer> UseBackupCodeAsync(string account, string code)
    {
        using var browser = await Browser.WithPasswordAsync(host, account);
        return AnswerIn(await browser.PostAsync("/sign-in/backup-code", new { code }));
    }

    public void Dispose()
    {
        foreach (var browser in browsers.Values)
            browser.Dispose();
    }

    private static SignInAnswer AnswerIn(Answer answer) => answer.Number < 300
        ? new SignInAnswer.Approved(Enum.Parse<SignInMethod>((string)answer.Body!["method"]!)) { BackupCodesLeft = (int?)answer.Body["backupCodesLeft"] }
        : new SignInAnswer.Refused(Problems.RefusalIn(answer));

    /// <summary>The library alone makes these.</summary>
    private static MatchingNumber NumberOf(string digits) => (MatchingNumber)Activator.CreateInstance(
        typeof(MatchingNumber), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, null, [digits], null)!;
}

using System.Diagnostics;
using System.Globalization;
using LoginVerification.Identity.Tests.Applications;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Identity.Tests.Situations;

/// <summary>Somebody who is logged in, or took over a session, guesses the code of a number that they do not hold.</summary>
public sealed class CodesGuessed(ITestOutputHelper output)
{
    private const int AllCodes = 1_000_000;

    [Fact]
    public async Task Identity_counts_none_of_20000_wrong_codes()
    {
        const int Tries = 20_000;
        await using var application = await IdentityApplication.StartProtectedAsync();
        var token = await application.DoAsync((users, user) => users.GenerateChangePhoneNumberTokenAsync(user, Phones.Second));
        var wrong = 0;
        await application.DoAsync(async (users, user) =>
        {
            for (var code = 0; wrong < Tries; code++)
            {
                // Among so many, a right one would turn up now and then.
                if (await users.VerifyChangePhoneNumberTokenAsync(user, Text(code), Phones.Second))
                    continue;
                Assert.Contains((await users.ChangePhoneNumberAsync(user, Phones.Second, Text(code))).Errors, error => error.Code == "InvalidToken");
                wrong++;
            }
        });

        var user = await application.ReadUserAsync();
        output.WriteLine($"{wrong} wrong codes tried with ChangePhoneNumberAsync, AccessFailedCount {user.AccessFailedCount}.");
        Assert.Equal(0, user.AccessFailedCount);
        Assert.Null(user.LockoutEnd);
        IdentityApplication.Accept(await application.DoAsync((users, same) => users.ChangePhoneNumberAsync(same, Phones.Second, token)));
    }

    [Fact]
    public async Task Identity_confirms_a_number_that_was_never_texted_to_who_tries_the_codes_in_turn()
    {
        await using var application = await IdentityApplication.StartAsync();
        var watch = Stopwatch.StartNew();

        // Nobody asks for a code. Some are live all the same, at least one of them for as long as this takes.
        var tries = await application.DoAsync(async (users, user) =>
        {
            for (var code = 0; code < AllCodes; code++)
            {
                if ((await users.ChangePhoneNumberAsync(user, Phones.Second, Text(code))).Succeeded)
                    return code + 1;
            }

            return AllCodes;
        });

        var user = await application.ReadUserAsync();
        output.WriteLine($"Confirmed after {tries} tries in {watch.Elapsed.TotalSeconds:F1} s, AccessFailedCount {user.AccessFailedCount}.");
        Assert.Equal(Phones.Second, user.PhoneNumber);
        Assert.True(user.PhoneNumberConfirmed);
        Assert.Equal(0, user.AccessFailedCount);
    }

    [Fact]
    public async Task Identity_counts_wrong_codes_at_sign_in_and_locks_with_the_5th()
    {
        await using var application = await IdentityApplication.StartProtectedAsync();
        var wrong = await application.DoAsync(async (users, user) =>
        {
            for (var code = 0; ; code++)
            {
                if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultPhoneProvider, Text(code)))
                    return Text(code);
            }
        });

        var tries = 1;
        while (!(await application.SignInWithCodeAsync(wrong)).IsLockedOut)
            tries++;
        output.WriteLine($"Locked out at sign-in with wrong code {tries}.");
        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task LoginVerification_kills_the_code_and_locks_with_the_5th_wrong_one()
    {
        await using var application = new LoginVerificationApplication();
        await application.AcceptAsync(new SubmitPhone(Phones.First));
        var right = application.Messages.LastCode(Phones.First);
        var wrong = Wrong([right]);

        var tries = 0;
        Refusal refusal;
        while ((refusal = await application.RefuseAsync(new ConfirmCode(wrong))).Code is RefusalCode.WrongCode)
            tries++;
        output.WriteLine($"{tries} wrong codes taken, then {refusal.Code} until {refusal.RetryAt}.");
        Assert.Equal(5, tries);
        Assert.Equal(RefusalCode.Locked, refusal.Code);
        Assert.Equal(application.Now + Duration.FromSeconds(30), refusal.RetryAt);

        Assert.Equal(RefusalCode.Locked, (await application.RefuseAsync(new ConfirmCode(right))).Code);
        application.WaitUntil(refusal.RetryAt!.Value);
        Assert.Equal(RefusalCode.CodeExhausted, (await application.RefuseAsync(new ConfirmCode(right))).Code);
    }

    [Fact]
    public async Task LoginVerification_takes_100_wrong_codes_in_all_whatever_the_guesser_waits_for()
    {
        await using var application = new LoginVerificationApplication();
        var start = application.Now;
        string[] numbers = [Phones.First, Phones.Second, Phones.Third];
        var sent = new HashSet<string>();
        var tries = 0;
        for (var step = 0; ; step++)
        {
            // Another number, or another code, as soon as the last one is dead; and every wait is waited for.
            if ((await application.DoAsync(new SubmitPhone(numbers[step % numbers.Length]))).Refusal is { } no)
            {
                if (no.Code is RefusalCode.LockedUntilUnlock)
                    break;
                application.WaitUntil(no.RetryAt!.Value);
                continue;
            }

            sent.Add(application.Messages.LastCode(numbers[step % numbers.Length]));
            while ((await application.RefuseAsync(new ConfirmCode(Wrong(sent)))).Code is RefusalCode.WrongCode)
                tries++;
        }

        var time = application.Now - start;
        output.WriteLine($"{tries} wrong codes taken in {time.TotalHours:F1} h, then only the host unlocks: 1 chance in {AllCodes / tries}.");
        Assert.Equal(100, tries);
        Assert.Equal(28, Math.Round(time.TotalHours));
    }

    private static string Text(int code) => code.ToString("D6", CultureInfo.InvariantCulture);

    private static string Wrong(IReadOnlyCollection<string> right) => Enumerable.Range(0, AllCodes).Select(Text).First(code => !right.Contains(code));

    [Fact]
    public async Task The_package_confirms_no_number_by_a_token_whatever_is_tried()
    {
        const int Tries = 20_000;
        await using var site = await Site.StartProtectedAsync();
        using var owner = await site.VerifiedAsync();
        var taken = await owner.ManageAsync(async (users, user) =>
        {
            for (var code = 0; code < Tries; code++)
            {
                if (await users.VerifyChangePhoneNumberTokenAsync(user, Text(code), Phones.Second) || (await users.ChangePhoneNumberAsync(user, Phones.Second, Text(code))).Succeeded)
                    return true;
            }

            return false;
        });
        Assert.False(taken);
        Assert.Equal(Phones.First, (await site.ReadUserAsync()).PhoneNumber);
    }

    [Fact]
    public async Task The_package_takes_5_wrong_codes_at_sign_in_100_in_all_and_the_password_alone_signs_in_after_none_of_them()
    {
        await using var site = await Site.StartProtectedAsync();
        using var browser = site.Open();
        var (tries, sent, locks) = (0, new HashSet<string>(), 0);
        for (var rounds = 0; rounds < 1_000; rounds++)
        {
            var asked = Assert.IsType<VerificationSignInResult>(await browser.PasswordAsync());
            Assert.False(asked.Succeeded);
            if (asked.Refusal is { } no)
            {
                if (no.Code is RefusalCode.LockedUntilUnlock or RefusalCode.ReverificationRequired)
                    break;
                locks++;
                site.Wait(no.RetryAt!.Value - Instant.FromDateTimeOffset(site.Clock.GetUtcNow()));
                continue;
            }

            sent.Add(site.Messages.LastCode(Phones.First));
            VerificationSignInResult answer;
            while ((answer = Assert.IsType<VerificationSignInResult>(await browser.CodeAsync(Wrong(sent)))).Refusal!.Code is RefusalCode.WrongCode)
                tries++;
        }

        output.WriteLine($"{tries} wrong codes taken at sign-in, {locks} waits.");
        Assert.Equal(100, tries);
        Assert.Null(await browser.WhoAsync());
        var user = await site.ReadUserAsync();
        Assert.Equal((0, null), (user.AccessFailedCount, user.LockoutEnd));
    }
}

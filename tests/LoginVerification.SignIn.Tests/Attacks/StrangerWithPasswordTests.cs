using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>
/// Attack 11: somebody knows the password. How often may they guess, and what can they cost the owner? Each figure is computed from the policy, and reached by
/// a simulated year of one who never tires.
/// </summary>
public sealed class StrangerWithPasswordTests(ITestOutputHelper output)
{
    private static readonly Duration Year = Duration.FromDays(365);

    [Fact]
    public async Task An_owner_who_stays_away_lends_a_guesser_a_hundred_codes_and_no_more()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var (guesses, sends) = await GuessAsync(host, Year, ownerEvery: null);
        var rules = host.Policy.Document;
        output.WriteLine($"In a year: {guesses} guesses, chance {guesses * 1e-6:P4}; {sends} SMS. Then only the host unlocks.");
        Assert.Equal(rules.Lock.FinalFailures, guesses);
        Assert.Equal(RefusalCode.LockedUntilUnlock, (await host.BlockedAsync()).Code);
        Assert.Equal([new WayOut.AskOperator()], (await host.BlockedAsync()).WaysOut);
    }

    [Fact]
    public async Task An_owner_who_signs_in_daily_and_heeds_no_notice_lends_as_many_a_day_as_codes_are_sent()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var days = 365;
        var (guesses, sends) = await GuessAsync(host, Duration.FromDays(days), ownerEvery: Duration.FromDays(1));
        var rules = host.Policy.Document;
        // Each code takes so many tries, and so many codes are sent inside the window that nobody answered.
        var bound = rules.SignIn.Codes * rules.Code.WrongTries * (days + 1);
        output.WriteLine($"In {days} days: {guesses} guesses (bound {bound}), {sends} SMS, {host.Owner.Notices.Count(kind => kind is NoticeKind.SignInGuessed)} notices. In a year at most {rules.SignIn.Codes * rules.Code.WrongTries * 365} guesses, a chance of {rules.SignIn.Codes * rules.Code.WrongTries * 365 * 1e-6:P2} with 6 digits and {rules.SignIn.Codes * rules.Code.WrongTries * 365 * 1e-8:P4} with 8.");
        Assert.InRange(guesses, 1, bound);
        Assert.True(host.Owner.Notices.Count(kind => kind is NoticeKind.SignInGuessed) >= days - 1);
    }

    [Fact]
    public async Task Sends_and_tries_of_the_enrolment_are_untouched_by_whatever_happens_at_sign_in()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var before = await host.StoredAsync();
        var (guesses, _) = await GuessAsync(host, Duration.FromHours(12), ownerEvery: null);
        Assert.True(guesses > 0);
        var after = await host.StoredAsync();
        Assert.Equal(0, after.FailureCount(CodePurpose.Enrol));
        Assert.Null(after.LockedUntil(CodePurpose.Enrol));
        Assert.Equal(before.Sends.Where(sent => sent.Purpose is CodePurpose.Enrol), after.Sends.Where(sent => sent.Purpose is CodePurpose.Enrol));
        // So the owner's number can be replaced, at once.
        Assert.Null((await host.Session().SubmitPhoneAsync("+14155552671")).Refusal);
        Assert.Null((await host.Session().ConfirmCodeAsync(host.Phone.LastCode)).Refusal);
    }

    [Fact]
    public async Task Pushes_come_so_often_a_day_and_no_more_and_a_no_tells_the_owner()
    {
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var end = host.Now + Duration.FromDays(7);
        var most = 0;
        while (host.Now < end)
        {
            await host.BeginAsync();
            var inWindow = host.Push.Pushes.Select(push => push.ExpiresAt - Duration.FromMinutes(2)).Count(at => at > host.Now - Duration.FromHours(24));
            most = Math.Max(most, inWindow);
            host.Time.Advance(TimeSpan.FromMinutes(3));
        }

        output.WriteLine($"In 7 days: {host.Push.Pushes.Count} pushes, at most {most} in 24 hours.");
        Assert.Equal(host.Policy.Document.SignIn.Pushes, most);
    }

    [Fact]
    public async Task A_matching_number_is_guessed_by_an_owner_who_types_whatever_they_like_as_seldom_as_reckoned()
    {
        // The owner approves every prompt with a number out of the blue: three tries of a hundred for each of ten pushes a day, until the lock.
        using var host = new SignInHost();
        using var app = await host.EnableAppAsync();
        var random = new Random(20261129);
        var (prompts, tries, hits) = (0, 0, 0);
        for (var end = host.Now + Duration.FromDays(365); host.Now < end; host.Time.Advance(TimeSpan.FromMinutes(1)))
        {
            if (await host.BeginAsync() is not SignInStart.Challenged { Challenge: var challenge })
            {
                if ((await host.BlockedAsync()).Code is RefusalCode.LockedUntilUnlock)
                    break;
                host.Time.Advance(TimeSpan.FromMinutes(29));
                continue;
            }

            prompts++;
            for (var tried = true; tried;)
            {
                var answer = await app.ApproveAsync(host, challenge.Id, $"{random.Next(100):00}");
                tries++;
                tried = answer.Refusal?.Code is RefusalCode.WrongMatchingNumber && (await host.StoredAsync()).SignInState is SignInState.Issued;
                if (!answer.Succeeded)
                    continue;
                hits++;
                (await host.CompleteAsync(challenge.Id)).Approved();
            }
        }

        output.WriteLine($"{prompts} prompts, {tries} numbers typed, {hits} right: {(double)hits / tries:P2} of the tries, where 1 % is expected.");
        Assert.True(tries > 0);
        // Three standard deviations of a hundredth.
        Assert.InRange(hits, 0, (tries * 0.01) + (3 * Math.Sqrt(tries * 0.01)) + 1);
    }

    [Fact]
    public async Task A_code_of_the_enrolment_signs_nobody_in_and_one_of_a_sign_in_enrols_no_number()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        Assert.Null((await host.Session().SubmitPhoneAsync("+14155552671")).Refusal);
        var toEnrol = host.Phone.LastCode;
        var challenge = await host.ChallengedAsync();
        var toSignIn = host.Phone.LastCode;
        Assert.Equal(RefusalCode.WrongCode, (await host.AnswerAsync(challenge.Id, toEnrol)).Code());
        Assert.Equal(RefusalCode.WrongCode, (await host.Session().ConfirmCodeAsync(toSignIn)).Refusal!.Code);
        (await host.AnswerAsync(challenge.Id, toSignIn)).Approved();
        Assert.Null((await host.Session().ConfirmCodeAsync(toEnrol)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000")]
    public async Task A_forged_challenge_is_none(string forged)
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        await host.ChallengedAsync();
        Assert.Equal(RefusalCode.SignInNotOpen, (await host.AnswerAsync(new ChallengeId(forged), host.Phone.LastCode)).Code());
        Assert.Equal(0, (await host.StoredAsync()).FailureCount(CodePurpose.SignIn));
    }

    [Fact]
    public async Task Two_hundred_right_codes_at_once_let_one_browser_in_and_so_does_one_backup_code()
    {
        using var host = new SignInHost();
        await host.EnableSmsAsync();
        var codes = await host.IssueBackupCodesAsync();
        var challenge = await host.ChallengedAsync();
        var code = host.Phone.LastCode;
        var byCode = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => host.AnswerAsync(challenge.Id, code))));
        Assert.Single(byCode.OfType<SignInAnswer.Approved>());
        var byBackup = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.UseBackupCodeAsync(codes[0].Text))));
        Assert.Single(byBackup.OfType<SignInAnswer.Approved>());
    }

    /// <summary>Begins and guesses as fast as is let, while the owner signs in from time to time.</summary>
    private static async Task<(int Guesses, int Sends)> GuessAsync(SignInHost host, Duration howLong, Duration? ownerEvery)
    {
        var (guesses, sent, end) = (0, host.Phone.Messages.Count, host.Now + howLong);
        var owner = ownerEvery is { } every ? host.Now + every : Instant.MaxValue;
        while (host.Now < end)
        {
            if (host.Now >= owner)
            {
                owner = host.Now + ownerEvery!.Value;
                if (await host.BeginAsync() is SignInStart.Challenged { Challenge: var own })
                    (await host.AnswerAsync(own.Id, host.Phone.LastCode)).Approved();
                else
                    owner = host.Now + Duration.FromMinutes(10);
                await host.DispatchAsync();
            }

            var start = await host.BeginAsync();
            if (start is SignInStart.Blocked { Refusal: var no })
            {
                if (no.RetryAt is not { } at)
                    break;
                host.Time.Advance((Instant.Min(Instant.Min(at, owner), end) - host.Now).ToTimeSpan() + TimeSpan.FromMilliseconds(1));
                continue;
            }

            var challenge = ((SignInStart.Challenged)start).Challenge;
            var answer = await host.AnswerAsync(challenge.Id, host.WrongCode());
            Assert.Equal(RefusalCode.WrongCode, answer.Code());
            guesses++;
        }

        await host.DispatchAsync();
        return (guesses, host.Phone.Messages.Count - sent);
    }
}

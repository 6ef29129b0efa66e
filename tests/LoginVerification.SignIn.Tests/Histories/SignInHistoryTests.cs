using FsCheck.Xunit;
using NodaTime;
using Xunit.Abstractions;

namespace LoginVerification.Tests;

/// <summary>Whatever two browsers, one phone and time do, the services answer what the model foresees.</summary>
public sealed class SignInHistoryTests(ITestOutputHelper output)
{
    private static readonly int MostHistories = Environment.GetEnvironmentVariable("FULL") is "1" ? 3000 : 200;

    [Fact]
    public async Task Two_browsers_and_one_phone_get_what_the_model_foresees()
    {
        var met = new SortedDictionary<string, int>();
        for (var seed = 0; seed < MostHistories; seed++)
            await PlayAsync(new Random(seed), 60, met, $"seed {seed}");
        output.WriteLine(string.Join(Environment.NewLine, met.Select(pair => $"{pair.Key}: {pair.Value}")));
        // A model that only ever foresees refusals would be of no use: each answer was met.
        foreach (var answer in Enum.GetNames<Deed>().Select(deed => $"{deed}: yes").Where(answer => answer is not "Malformed: yes" and not "AnswerWrong: yes" and not "ApproveWrong: yes" and not "UseWrongBackupCode: yes"))
            Assert.Contains(answer, met.Keys);
        foreach (var code in new[] { RefusalCode.SignInNotOpen, RefusalCode.SignInUnanswered, RefusalCode.SignInDenied, RefusalCode.WrongMatchingNumber, RefusalCode.WrongCode, RefusalCode.CodeExpired, RefusalCode.CodeExhausted, RefusalCode.Locked, RefusalCode.LockedUntilUnlock, RefusalCode.SendLimitReached, RefusalCode.ResendTooSoon, RefusalCode.NoBackupCodes, RefusalCode.DeliveryOptedOut, RefusalCode.ReverificationRequired, RefusalCode.NotEnabled })
            Assert.Contains(met.Keys, key => key.EndsWith($": {code}", StringComparison.Ordinal));
    }

    /// <summary>The same with steps that FsCheck makes shorter where it finds a difference.</summary>
    [Property(MaxTest = 50)]
    public void Short_histories_as_well(int seed, byte length) => PlayAsync(new Random(seed), length % 30, [], $"seed {seed}, {length % 30} steps").GetAwaiter().GetResult();

    private static async Task PlayAsync(Random random, int steps, SortedDictionary<string, int> met, string label)
    {
        using var host = new SignInHost(policy => policy with
        {
            Lock = policy.Lock with { EveryFailures = 2, FinalFailures = 4 },
            Code = policy.Code with { WrongTries = 3 },
            SignIn = new SignInRules { Codes = 4, Pushes = 4, NumberTries = 2 },
            ChannelChanges = policy.ChannelChanges with { Most = 100 },
        });
        await host.EnableSmsAsync();
        using var app = new App();
        Assert.Null((await app.BindAsync(host, (await host.Session().IssueDeviceTokenAsync()).Text!)).Refusal);
        var (model, browsers) = (new SignInModel(host.Policy.Document), new ChallengeId?[2]);
        var (secrets, story) = (new Dictionary<string, string>(), new List<string>());
        for (var step = 0; step < steps; step++)
        {
            var deed = Pick(random);
            var browser = random.Next(2);
            var (foreseen, seen) = await new SignInPlay(host, app, model, browsers, secrets, random).DoAsync(deed, browser);
            story.Add($"{host.Now} {deed} by {browser}: {seen?.ToString() ?? "yes"}");
            var key = $"{deed}: {seen?.ToString() ?? "yes"}";
            met[key] = met.GetValueOrDefault(key) + 1;
            Assert.True(foreseen == seen, $"{label}: foreseen {foreseen?.ToString() ?? "yes"}{Environment.NewLine}{string.Join(Environment.NewLine, story)}");
            var stored = await host.StoredAsync();
            Assert.Equal(model.Failures, stored.FailureCount(CodePurpose.SignIn));
            Assert.Equal(model.Channel is null, await host.Enrolments.GetLoginRequirementAsync(SignInHost.Alice) is LoginRequirement.PasswordOnly);
        }

        Assert.Equal(await host.StoredAsync(), Evolution.Replay(SignInHost.Alice, await host.HistoryAsync()));
    }

    /// <summary>What leads on comes more often than what ends everything.</summary>
    private static Deed Pick(Random random) => random.Next(100) switch
    {
        < 18 => Deed.Begin,
        < 24 => Deed.Resend,
        < 32 => Deed.AnswerRight,
        < 42 => Deed.AnswerWrong,
        < 44 => Deed.Malformed,
        < 52 => Deed.Complete,
        < 60 => Deed.ApproveRight,
        < 66 => Deed.ApproveWrong,
        < 69 => Deed.Deny,
        < 71 => Deed.UseBackupCode,
        < 75 => Deed.UseWrongBackupCode,
        < 77 => Deed.IssueBackupCodes,
        < 92 => Deed.Wait,
        < 95 => Deed.Move,
        < 96 => Deed.Stop,
        < 98 => Deed.Start,
        < 99 => Deed.Doubt,
        _ => Deed.Unlock,
    };
}

/// <summary>What happens in a history.</summary>
internal enum Deed
{
    Begin,
    Resend,
    AnswerRight,
    AnswerWrong,
    Malformed,
    Complete,
    ApproveRight,
    ApproveWrong,
    Deny,
    UseBackupCode,
    UseWrongBackupCode,
    IssueBackupCodes,
    Wait,
    Move,
    Stop,
    Start,
    Doubt,
    Unlock,
}

/// <summary>Does a deed with the services, and asks the model what shall come of it.</summary>
internal sealed class SignInPlay(SignInHost host, App app, SignInModel model, ChallengeId?[] browsers, Dictionary<string, string> secrets, Random random)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(25)];

    private static readonly ChallengeId Forged = new("forged");

    public async Task<(RefusalCode? Foreseen, RefusalCode? Seen)> DoAsync(Deed deed, int browser)
    {
        var (now, id) = (host.Now, browsers[browser] ?? Forged);
        switch (deed)
        {
            case Deed.Begin:
                return await BeginAsync(browser, now);
            case Deed.Resend:
                var resent = await host.SignIns.ResendAsync(SignInHost.Alice, SignInHost.Web, id);
                return (model.Resend(id.Value, now), CodeOf(resent));
            case Deed.AnswerRight:
                var right = secrets.GetValueOrDefault(id.Value, "000000").PadLeft(6, '0');
                return (model.Answer(id.Value, right, now), CodeOf(await host.AnswerAsync(id, right)));
            case Deed.AnswerWrong:
                var wrong = SignInHost.WrongFor(secrets.GetValueOrDefault(id.Value, "000000").PadLeft(6, '0'));
                return (model.Answer(id.Value, wrong, now), CodeOf(await host.AnswerAsync(id, wrong)));
            case Deed.Malformed:
                return (model.Answer(id.Value, "12", now), CodeOf(await host.AnswerAsync(id, "12")));
            case Deed.Complete:
                return (model.Complete(id.Value, now), CodeOf(await host.CompleteAsync(id)));
            case Deed.ApproveRight or Deed.ApproveWrong:
                var current = new ChallengeId(model.Current ?? "none");
                var shown = secrets.GetValueOrDefault(current.Value, "00")[..2];
                var number = deed is Deed.ApproveRight ? shown : SignInHost.WrongFor(shown);
                return (model.Approve(current.Value, number, now), (await app.ApproveAsync(host, current, number)).Refusal?.Code);
            case Deed.Deny:
                var denied = new ChallengeId(model.Current ?? "none");
                return (model.Deny(denied.Value, now), (await app.DenyAsync(host, denied)).Refusal?.Code);
            case Deed.UseBackupCode or Deed.UseWrongBackupCode:
                var code = deed is Deed.UseBackupCode ? model.BackupCodes?.FirstOrDefault() ?? "0000-0000-0000-0000" : "ZZZZ-ZZZZ-ZZZZ-ZZZZ";
                return (model.UseBackupCode(code, now), CodeOf(await host.UseBackupCodeAsync(code)));
            case Deed.IssueBackupCodes:
                var issued = await host.Session().IssueBackupCodesAsync();
                if (issued.Succeeded)
                    model.Issued(issued.BackupCodes.Select(shown => shown.Text));
                return (model.Channel is null ? RefusalCode.NotEnabled : null, issued.Refusal?.Code);
            case Deed.Wait:
                host.Time.Advance(Waits[random.Next(Waits.Length)]);
                return default;
            case Deed.Move:
                return await MoveAsync();
            case Deed.Stop:
                await host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(SignInHost.Number);
                model.Stopped = true;
                return default;
            case Deed.Start:
                await host.Enrolments.ForCarrier().RestoreDeliveryAsync(SignInHost.Number);
                model.Stopped = false;
                return default;
            case Deed.Doubt:
                await host.Enrolments.ForCarrier().InvalidatePhoneAsync(SignInHost.Number, InvalidationReason.Recycled);
                if (!model.InDoubt)
                    model.Doubt();
                return default;
            default:
                await host.Enrolments.ForOperator(SignInHost.Alice, "staff-1").UnlockAsync();
                model.Unlock();
                return default;
        }
    }

    private async Task<(RefusalCode?, RefusalCode?)> BeginAsync(int browser, Instant now)
    {
        var foreseen = model.Begin(browsers[browser]?.Value, now, out var isNew);
        var start = await host.BeginAsync(browsers[browser]);
        if (start is SignInStart.Challenged { Challenge: var challenge })
        {
            browsers[browser] = challenge.Id;
            if (isNew)
            {
                // What the person sees: the code on the phone, or the number on the page.
                secrets[challenge.Id.Value] = challenge.NumberToMatch?.Text ?? host.Phone.LastCode;
                model.Began(challenge.Id.Value, secrets[challenge.Id.Value], now);
            }

            if (foreseen is null)
                Assert.Equal(model.Current, challenge.Id.Value);
        }

        return (foreseen, CodeOf(start));
    }

    /// <summary>The owner turns it off or on, or moves to the other channel.</summary>
    private async Task<(RefusalCode?, RefusalCode?)> MoveAsync()
    {
        VerificationChannel? to = model.Channel switch
        {
            null => VerificationChannel.Sms,
            _ when random.Next(4) == 0 => null,
            VerificationChannel.Sms => VerificationChannel.AppPush,
            _ => VerificationChannel.Sms,
        };
        var result = to is not { } channel ? await host.Session().DisableAsync()
            : model.Channel is null ? await host.Session().EnableAsync(channel)
            : await host.Session().ChangeChannelAsync(channel);
        RefusalCode? foreseen = to is not VerificationChannel.Sms ? null
            : model.InDoubt ? RefusalCode.ReverificationRequired
            : model.Stopped ? RefusalCode.DeliveryOptedOut
            : null;
        if (foreseen is null)
            model.Move(to);
        return (foreseen, result.Refusal?.Code);
    }

    private static RefusalCode? CodeOf(SignInStart start) => start switch
    {
        SignInStart.NotEnrolled => RefusalCode.NotEnabled,
        SignInStart.Blocked blocked => blocked.Refusal.Code,
        _ => null,
    };

    private static RefusalCode? CodeOf(SignInAnswer answer) => (answer as SignInAnswer.Refused)?.Refusal.Code;
}

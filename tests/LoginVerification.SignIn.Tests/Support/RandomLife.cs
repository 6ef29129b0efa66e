namespace LoginVerification.Tests;

/// <summary>A life of one account, by the real services: each byte is something that its owner, a stranger, a carrier, staff or time does. Bounds are small, so that locks come soon.</summary>
internal sealed class RandomLife : IDisposable
{
    private const string Other = "+14155552671";

    private readonly App app = new();
    private ValueList<BackupCode> papers = [];

    public SignInHost Host { get; } = new(policy => policy with
    {
        Code = policy.Code with { WrongTries = 2 },
        Lock = policy.Lock with { EveryFailures = 2, FinalFailures = 4 },
        SignIn = policy.SignIn with { NumberTries = 2 },
    });

    /// <summary>The two numbers of the account, as the reader reads them.</summary>
    public IReadOnlyList<PhoneDetails> Numbers { get; private set; } = [];

    /// <summary>Lives, from a protected account with a bound device on. After each thing that happened the snapshot is looked at.</summary>
    public async Task LiveAsync(IEnumerable<byte> bytes, Action<Enrolment> look)
    {
        await SubmitAsync(Other);
        var other = (await Host.StoredAsync()).Pending!.Details;
        await SubmitAsync(SignInHost.Number);
        Numbers = [(await Host.StoredAsync()).Pending!.Details, other];
        await Host.Session().ConfirmCodeAsync(Host.Phone.LastCode);
        await Host.Session().EnableAsync(VerificationChannel.Sms);
        await BindAsync(Host.Session());
        var seen = await Host.StoredAsync();
        look(seen);
        foreach (var what in bytes)
        {
            await HappenAsync(what);
            await Host.DispatchAsync();
            var stored = await Host.StoredAsync();
            if (stored != seen)
                look(stored);
            seen = stored;
        }
    }

    public void Dispose()
    {
        app.Dispose();
        Host.Dispose();
    }

    private async Task HappenAsync(byte what)
    {
        var open = (await Host.StoredAsync()).SignIn?.Challenge.Id ?? new ChallengeId("none");
        var (session, staff) = (Host.Session(), Host.Enrolments.ForOperator(SignInHost.Alice, "staff"));
        switch (what % 32)
        {
            case 0: await SubmitAsync(SignInHost.Number); break;
            case 1: await SubmitAsync(Other); break;
            case 2: await session.ResendCodeAsync(); break;
            case 3: await session.ConfirmCodeAsync(Host.Phone.LastCode); break;
            case 4 or 5: await ErrAsync(() => session.SubmitPhoneAsync(Other).AsTask(), () => session.ConfirmCodeAsync(Host.WrongCode()).AsTask()); break;
            case 6 or 7: await session.EnableAsync(VerificationChannel.Sms); break;
            case 8: await BindAsync(session); break;
            case 9: await session.ChangeChannelAsync(VerificationChannel.AppPush); break;
            case 10: await session.ChangeChannelAsync(VerificationChannel.Sms); break;
            case 11 when what > 200: await session.DisableAsync(); break;
            case 12: papers = (await session.IssueBackupCodesAsync()).BackupCodes; break;
            case 13 or 14 or 15: await Host.BeginAsync(); break;
            case 16: await Host.BeginAsync(open); break;
            case 17: await Host.SignIns.ResendAsync(SignInHost.Alice, SignInHost.Web, open); break;
            case 18: await Host.AnswerAsync(open, Host.Phone.LastCode); break;
            case 19: await Host.AnswerAsync(open, Host.WrongCode()); break;
            case 20: await ErrAsync(() => Host.BeginAsync(), async () => await Host.AnswerAsync((await Host.StoredAsync()).SignIn?.Challenge.Id ?? open, Host.WrongCode())); break;
            case 21: await app.ApproveAsync(Host, open, what > 128 ? await ToMatchAsync(open) : "00"); break;
            case 22: await app.DenyAsync(Host, open); break;
            case 23: await Host.CompleteAsync(open); break;
            case 24 when papers.Count > 0: await Host.UseBackupCodeAsync(papers[what % papers.Count].Text); break;
            case 25: await Host.UseBackupCodeAsync("0000-0000-0000-0000"); break;
            case 26: await Host.Enrolments.ForCarrier().OptOutOfDeliveryAsync(SignInHost.Number); break;
            case 27: await Host.Enrolments.ForCarrier().RestoreDeliveryAsync(SignInHost.Number); break;
            case 28 when what > 128: await staff.InvalidatePhoneAsync(SignInHost.Number, InvalidationReason.Recycled); break;
            case 29 when what > 200: await staff.UnlockAsync(); break;
            case 30: Host.Time.Advance(TimeSpan.FromSeconds(31)); break;
            default: Host.Time.Advance(what > 200 ? TimeSpan.FromHours(25) : TimeSpan.FromMinutes(5)); break;
        }
    }

    /// <summary>The number on the page, which its own browser is shown again.</summary>
    private async Task<string> ToMatchAsync(ChallengeId open) => await Host.BeginAsync(open) is SignInStart.Challenged { Challenge.NumberToMatch: { } number } ? number.Text : "";

    /// <summary>Twice, which locks.</summary>
    private static async Task ErrAsync(Func<Task> ask, Func<Task> answer)
    {
        await ask();
        await answer();
        await answer();
    }

    private async Task SubmitAsync(string number) => await Host.Session().SubmitPhoneAsync(number);

    private async Task BindAsync(UserEnrolment session)
    {
        if ((await session.IssueDeviceTokenAsync()).Text is { } token)
            await app.BindAsync(Host, token);
    }
}

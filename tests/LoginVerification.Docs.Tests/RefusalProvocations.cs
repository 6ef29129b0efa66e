using LoginVerification.Policies;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

using static LoginVerification.Docs.Tests.WayKind;

namespace LoginVerification.Docs.Tests;

/// <summary>Every refusal, provoked through the real services.</summary>
internal static class RefusalProvocations
{
    private const string British = "+447400123456";
    private const string Premium = "+449012345678";

    internal static IReadOnlyList<Provocation> All => [.. OfEnrolments, .. SignInProvocations.All];

    private static IReadOnlyList<Provocation> OfEnrolments { get; } =
    [
        new(RefusalCode.ActionNotOffered, "enabling on `mobileWeb` of `twitter-2014`, where no screen offers it", [Act, Act, Act], async host =>
        {
            await host.Verify("mobileWeb");
            return await host.As("mobileWeb", new EnableVerification(VerificationChannel.Sms));
        })
        { Policy = ShippedPolicies.Twitter2014 },
        new(RefusalCode.NoPendingPhone, "confirming a code before a number was submitted", [Act], host => host.As("web", new ConfirmCode("123456"))),
        new(RefusalCode.NoVerifiedPhone, "enabling before a number was submitted", [Act], host => host.As("web", new EnableVerification(VerificationChannel.Sms))),
        new(RefusalCode.PhoneAlreadyVerified, "submitting the verified number", [], async host =>
        {
            await host.Verify();
            return await host.As("web", new SubmitPhone(TestHost.Israeli));
        }),
        new(RefusalCode.AlreadyEnabled, "enabling twice", [], async host =>
        {
            await host.Enable();
            return await host.As("web", new EnableVerification(VerificationChannel.Sms));
        }),
        new(RefusalCode.NotEnabled, "changing the channel before verification is enabled", [Act], async host =>
        {
            await host.Verify();
            return await host.As("web", new ChangeChannel(VerificationChannel.Sms));
        }),
        new(RefusalCode.ChannelAlreadyActive, "changing to SMS while SMS is active", [], async host =>
        {
            await host.Enable();
            return await host.As("web", new ChangeChannel(VerificationChannel.Sms));
        }),
        new(RefusalCode.PhoneProtectsLogin, "removing the phone while verification is enabled", [Act], async host =>
        {
            await host.Enable();
            return await host.As("web", new RemovePhone());
        }),
        new(RefusalCode.ReauthenticationRequired, "submitting a number 5 minutes after the last authentication", [Reauthenticate], async host =>
            await host.Service.HandleAsync(Caller.User(AccountId.Parse(TestHost.Account), Surface.Parse("web"), host.Now - Duration.FromMinutes(5)), new SubmitPhone(TestHost.Israeli))),
        new(RefusalCode.SecondFactorRequired, "disabling with the password alone", [Reauthenticate], async host =>
        {
            await host.Enable();
            return await host.Give(Caller.User(AccountId.Parse(TestHost.Account), Surface.Parse("web"), host.Now), new DisableVerification());
        }),
        new(RefusalCode.CountryNotServed, "submitting a number of Israel on `web` of `twitter-2014`", [Act], host => host.As("web", new SubmitPhone(TestHost.Israeli)))
        { Policy = ShippedPolicies.Twitter2014 },
        new(RefusalCode.CarrierNotServed, "submitting a British number, with the carrier Example Mobile stated, on `web` of `twitter-2014`", [Act], host => host.As("web", new SubmitPhone(British, CountryCode.Parse("GB"), Carrier.Parse("Example Mobile"))))
        { Policy = ShippedPolicies.Twitter2014 },
        new(RefusalCode.LineTypeNotServed, "submitting a premium number", [Act], host => host.As("web", new SubmitPhone(Premium))),
        new(RefusalCode.ChannelNotServed, "enabling SMS on `web`, where a rule of the policy allows the app alone", [Act, Act, Act], async host =>
        {
            await host.Verify();
            return await host.As("web", new EnableVerification(VerificationChannel.Sms));
        })
        { Policy = With(document => document with { Rules = [.. document.Rules, WebTakesTheAppAlone] }) },
        new(RefusalCode.NumberUnreadable, "submitting \"my phone\"", [Correct], host => host.As("web", new SubmitPhone("my phone"))),
        new(RefusalCode.NumberTooShort, "submitting \"+972 50 23\"", [Correct], host => host.As("web", new SubmitPhone("+972 50 23"))),
        new(RefusalCode.NumberTooLong, "submitting \"+972 50 234 5678 9012 34\"", [Correct], host => host.As("web", new SubmitPhone("+972 50 234 5678 9012 34"))),
        new(RefusalCode.ShortNumber, "submitting \"112\" with GB stated", [Act], host => host.As("web", new SubmitPhone("112", CountryCode.Parse("GB")))),
        new(RefusalCode.NumberNotInUse, "submitting \"+1 212 123 4567\": no number there has 1 in that place", [Correct], host => host.As("web", new SubmitPhone("+1 212 123 4567"))),
        new(RefusalCode.CountryMissing, "submitting \"050 234 5678\" with no country stated", [Correct], host => host.As("web", new SubmitPhone("050 234 5678"))),
        new(RefusalCode.CountryMismatch, "submitting \"+800 1234 5678\", a number of no country", [Correct], host => host.As("web", new SubmitPhone("+800 1234 5678"))),
        new(RefusalCode.NumberReserved, "submitting \"+44 7700 900123\", a number for drama, to a sender that is live", [Act], host =>
        {
            host.Phone.IsLive = true;
            return host.As("web", new SubmitPhone("+44 7700 900123"));
        }),
        new(RefusalCode.CodeMalformed, "confirming \"12E456\"", [Correct], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            return await host.As("web", new ConfirmCode("12E456"));
        }),
        new(RefusalCode.WrongCode, "confirming six other digits than those of the SMS", [Act], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            return await host.As("web", new ConfirmCode(host.WrongCode));
        }),
        new(RefusalCode.CodeSuperseded, "confirming the first code after a resend, under `code.onResend` `new`", [Act], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            var first = host.Phone.LastCode;
            host.Time.Advance(TimeSpan.FromSeconds(30));
            await host.Do("web", new ResendCode());
            return await host.As("web", new ConfirmCode(first));
        })
        { Policy = With(document => document with { Code = document.Code with { OnResend = ResendMode.New } }) },
        new(RefusalCode.CodeExpired, "confirming the right code 10 minutes after it was issued", [Act], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            host.Time.Advance(TimeSpan.FromMinutes(10));
            return await host.As("web", new ConfirmCode(host.Phone.LastCode));
        }),
        new(RefusalCode.CodeExhausted, "confirming the right code after 5 wrong ones, when their lock is over", [Act], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            await host.Mistype(5);
            host.Time.Advance(TimeSpan.FromSeconds(30));
            return await host.As("web", new ConfirmCode(host.Phone.LastCode));
        }),
        new(RefusalCode.NumberHasTooManyAccounts, "confirming the right code of a number that another account has, under `accountsPerNumber` 1", [Act, Act, Act, Act], async host =>
        {
            await host.Verify(account: "account-2");
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            return await host.As("web", new ConfirmCode(host.Phone.LastCode));
        })
        { Policy = With(document => document with { AccountsPerNumber = 1 }) },
        new(RefusalCode.ResendTooSoon, "asking for a resend at once", [Retry], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            return await host.As("web", new ResendCode());
        }),
        new(RefusalCode.SendLimitReached, "asking for a 6th code, after every wait", [Retry], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            for (var wait = 30; wait <= 240; wait *= 2)
            {
                host.Time.Advance(TimeSpan.FromSeconds(wait));
                await host.Do("web", new ResendCode());
            }

            host.Time.Advance(TimeSpan.FromSeconds(480));
            return await host.As("web", new ResendCode());
        }),
        new(RefusalCode.SendsHeldBack, "submitting a number while the host's `ISendLimiter` says no for an hour", [Retry], host => host.As("web", new SubmitPhone(TestHost.Israeli)))
        { Configure = services => services.AddSingleton<ISendLimiter>(provider => new ClosedLimiter(Instant.FromDateTimeOffset(provider.GetRequiredService<TimeProvider>().GetUtcNow()) + Duration.FromHours(1))) },
        new(RefusalCode.Locked, "asking for a resend after 5 wrong codes", [Retry], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            await host.Mistype(5);
            return await host.As("web", new ResendCode());
        }),
        new(RefusalCode.LockedUntilUnlock, "asking for a resend after 5 wrong codes, under `lock.finalFailures` 5", [AskOperator], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            await host.Mistype(5);
            return await host.As("web", new ResendCode());
        })
        { Policy = With(document => document with { Lock = document.Lock with { FinalFailures = 5 } }) },
        new(RefusalCode.ChangedTooOften, "enabling for the 21st time in a day", [Retry], async host =>
        {
            await host.Verify();
            for (var i = 0; i < 20; i++)
                await host.Do("web", new EnableVerification(VerificationChannel.Sms), new DisableVerification());
            return await host.As("web", new EnableVerification(VerificationChannel.Sms));
        }),
        new(RefusalCode.CoolingDown, "submitting a number right after one was removed, under `coolDownAfterRemoval` of 3 days", [Retry], async host =>
        {
            await host.Verify();
            await host.Do("web", new RemovePhone());
            return await host.As("web", new SubmitPhone(TestHost.Israeli));
        })
        { Policy = With(document => document with { CoolDownAfterRemoval = Duration.FromDays(3) }) },
        new(RefusalCode.DeviceNotRegistered, "enabling the app channel with no device", [RegisterDevice, Act], async host =>
        {
            await host.Verify();
            return await host.As("web", new EnableVerification(VerificationChannel.AppPush));
        }),
        new(RefusalCode.DeliveryOptedOut, "enabling SMS 30 seconds after a STOP from the number", [Act, Start], async host =>
        {
            await host.Verify();
            Assert.Null((await host.Carrier(new OptOutOfDelivery(TestHost.Israeli))).Refusal);
            host.Time.Advance(TimeSpan.FromSeconds(30));
            return await host.As("web", new EnableVerification(VerificationChannel.Sms));
        }),
        new(RefusalCode.ReverificationRequired, "enabling SMS 30 seconds after a report that the number was ported", [Act], async host =>
        {
            await host.Verify();
            Assert.Null((await host.Carrier(new InvalidatePhone(TestHost.Israeli, InvalidationReason.Ported))).Refusal);
            host.Time.Advance(TimeSpan.FromSeconds(30));
            return await host.As("web", new EnableVerification(VerificationChannel.Sms));
        }),
        new(RefusalCode.NumberNotHeld, "a STOP from a number that the account does not have", [], host => host.Carrier(new OptOutOfDelivery(TestHost.Israeli))),
        new(RefusalCode.NotYetLapsed, "lapsing a number that was submitted just now", [], async host =>
        {
            await host.Do("web", new SubmitPhone(TestHost.Israeli));
            return await host.Service.HandleAsync(Caller.Time(AccountId.Parse(TestHost.Account)), new LapsePending());
        }),
        new(RefusalCode.NothingToAcknowledge, "acknowledging notices where there are none", [], host => host.As("web", new AcknowledgeNotices())),
        new(RefusalCode.AlreadyKnown, "a second STOP", [], async host =>
        {
            await host.Verify();
            await host.Carrier(new OptOutOfDelivery(TestHost.Israeli));
            return await host.Carrier(new OptOutOfDelivery(TestHost.Israeli));
        }),
        new(RefusalCode.NotLocked, "unlocking an account without wrong codes", [], host => host.Operator(new Unlock())),
        new(RefusalCode.ImportNotPossible, "importing a number where one is verified", [], async host =>
        {
            await host.Verify();
            return await host.Operator(new ImportVerifiedPhone(British, host.Now));
        }),
        new(RefusalCode.IdempotencyKeyReused, "submitting another number under the same idempotency key", [], async host =>
        {
            var caller = Caller.User(AccountId.Parse(TestHost.Account), Surface.Parse("web"), host.Now) with { IdempotencyKey = "a-key" };
            Assert.Null((await host.Service.HandleAsync(caller, new SubmitPhone(TestHost.Israeli))).Refusal);
            return await host.Service.HandleAsync(caller, new SubmitPhone(British));
        }),
        new(RefusalCode.Conflict, "submitting a number while others win every save", [Retry], host => host.As("web", new SubmitPhone(TestHost.Israeli)))
        { Configure = services => services.Replace(ServiceDescriptor.Singleton<IEnrolmentStore, CrowdedStore>()) },
    ];

    private static GatingRule WebTakesTheAppAlone => new()
    {
        Name = "web-app-alone",
        Actions = [EnrolmentAction.EnableVerification],
        Surfaces = Selection.Only<Surface>(Surface.Parse("web")),
        Channels = Selection.Only(VerificationChannel.AppPush),
    };

    /// <summary>Provokes a refusal, and tells when that was.</summary>
    internal static async Task<(Instant Now, Refusal Refusal)> SeeAsync(Provocation provocation)
    {
        using var host = new TestHost(provocation.Policy, provocation.Configure);
        var result = await provocation.Provoke(host);
        return (host.Now, Assert.IsType<Refusal>(result));
    }

    /// <summary>What kind of way out it is.</summary>
    internal static WayKind KindOf(WayOut way) => way switch
    {
        WayOut.Act => Act,
        WayOut.Correct => Correct,
        WayOut.RestoreDelivery => Start,
        WayOut.RegisterDevice => RegisterDevice,
        WayOut.RemoveDevice => Removal,
        WayOut.BeginSignIn => Anew,
        WayOut.ResendSignIn => Again,
        WayOut.UseBackupCode => Backup,
        WayOut.Retry => Retry,
        WayOut.Reauthenticate => Reauthenticate,
        WayOut.AskOperator => AskOperator,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static EnrolmentPolicy With(Func<PolicyDocument, PolicyDocument> change) => EnrolmentPolicy.Create(change(ShippedPolicies.Consistent.Document));
}

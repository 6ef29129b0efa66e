using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>A port that throws, a timeout included, gives no answer: what depends on it is refused, and nothing opens.</summary>
public sealed class PortFailureTests
{
    private const string Number = "+972502345678";

    public static TheoryData<string> Failures => new() { "timeout", "broken" };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_risk_signal_without_an_answer_forbids_the_send(string failure)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IRiskSignal>(new SilentPorts(failure)));
        Assert.Equal(RefusalCode.SendsHeldBack, (await host.As("web", new SubmitPhone(Number))).Refusal!.Code);
        Assert.Empty(host.Phone.Messages);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_registry_or_limiter_without_an_answer_holds_the_send_back(string failure)
    {
        using var registry = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<ICountryRegistry>(new SilentPorts(failure)));
        Assert.Equal(RefusalCode.SendsHeldBack, (await registry.As("web", new SubmitPhone(Number))).Refusal!.Code);
        using var limiter = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<ISendLimiter>(new SilentPorts(failure)));
        Assert.Equal(RefusalCode.SendsHeldBack, (await limiter.As("web", new SubmitPhone(Number))).Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_push_sender_that_wakes_nobody_hinders_no_sign_in(string failure)
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IPushSender>(new SilentPorts(failure)));
        var challenge = await BegunOverTheApp(host);
        Assert.Equal(CodeDelivery.Waiting, challenge.Delivery);
        Assert.NotNull(challenge.NumberToMatch);
    }

    [Fact]
    public async Task Without_a_push_sender_a_sign_in_begins_all_the_same()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent);
        Assert.NotNull((await BegunOverTheApp(host)).NumberToMatch);
    }

    [Fact]
    public async Task A_store_that_times_out_blocks_a_sign_in()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(new BrokenStore(() => throw new TaskCanceledException("timeout"))));
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
    }

    [Fact]
    public async Task A_store_that_answers_with_another_account_blocks_a_sign_in()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(new BrokenStore(() => new Enrolment(AccountId.Parse("ACCOUNT-1")))));
        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
    }

    [Fact]
    public async Task The_callers_own_cancellation_passes_through()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IRiskSignal>(new SilentPorts("timeout")));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await host.Service.HandleAsync(Caller.User(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"), host.Now), new SubmitPhone(Number), cancelled.Token));
    }

    public static TheoryData<string> NoReadings => new() { "null", "no details", "no number", "no country", "no fault" };

    [Theory]
    [MemberData(nameof(NoReadings))]
    public async Task A_reader_that_gives_no_reading_is_told_by_its_name_and_nothing_is_saved(string answer)
    {
        var phone = new PhoneDetails(PhoneNumber.Parse(Number), CountryCode.Parse("IL"), LineType.Mobile);
        var reader = new FixedReader(answer switch
        {
            "null" => null!,
            "no details" => new PhoneReading.Readable(null!),
            "no number" => new PhoneReading.Readable(phone with { Number = null! }),
            "no country" => new PhoneReading.Readable(phone with { Country = null! }),
            _ => new PhoneReading.Unreadable((NumberFault)99),
        });
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IPhoneNumberReader>(reader));

        foreach (var ask in new Func<Task>[]
        {
            () => host.As("web", new SubmitPhone(Number)),
            () => host.Carrier(new OptOutOfDelivery(Number)),
            async () => await host.Service.ForCarrier().OptOutOfDeliveryAsync(Number),
        })
        {
            var thrown = await Assert.ThrowsAsync<InvalidOperationException>(ask);
            Assert.Equal("IPhoneNumberReader gave no reading. Return PhoneReading.Readable with a number and its country, or PhoneReading.Unreadable with a defined fault.", thrown.Message);
        }

        Assert.Equal(0, (await host.StoredAsync()).Version);
    }

    [Fact]
    public async Task A_reader_that_gives_no_reading_of_a_form_of_a_report_is_told_as_well()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IPhoneNumberReader>(new ReaderOfTypedText()));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.Service.ForCarrier().OptOutOfDeliveryAsync("972502345678"));
        Assert.StartsWith("IPhoneNumberReader gave no reading.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_or_a_sender_throws_comes_through_and_a_sign_in_goes_on()
    {
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.Services.AddSingleton<IPhoneNumberReader>(new ThrowingPorts()).AddSingleton<ISmsSender>(new ThrowingPorts()));

        await Assert.ThrowsAsync<NotSupportedException>(async () => await host.As("web", new SubmitPhone(Number)));
        await Assert.ThrowsAsync<NotImplementedException>(async () => await host.As("web", new CancelPending()));
        Assert.Equal(new LoginRequirement.PasswordOnly(), await host.Service.GetLoginRequirementAsync(AccountId.Parse(ServiceHost.Account)));
    }

    private static async Task<SignInChallenge> BegunOverTheApp(ServiceHost host)
    {
        host.Devices.Registered = true;
        await host.VerifyAsync("web", Number);
        Assert.Null((await host.As("web", new EnableVerification(VerificationChannel.AppPush))).Refusal);
        return Assert.IsType<SignInStart.Challenged>(await host.SignIns.BeginAsync(AccountId.Parse(ServiceHost.Account), Surface.Parse("web"))).Challenge;
    }

    private sealed class FixedReader(PhoneReading reading) : IPhoneNumberReader
    {
        public PhoneReading Read(PhoneInput input, CountryCode? country) => reading;
    }

    /// <summary>Reads no text, and answers null of what the library makes of it.</summary>
    private sealed class ReaderOfTypedText : IPhoneNumberReader
    {
        public PhoneReading Read(PhoneInput input, CountryCode? country) => input.Text.StartsWith('+') ? null! : new PhoneReading.Unreadable(NumberFault.CountryMissing);
    }

    private sealed class ThrowingPorts : IPhoneNumberReader, ISmsSender
    {
        public bool IsLive => throw new NotImplementedException();

        public PhoneReading Read(PhoneInput input, CountryCode? country) => throw new NotSupportedException();

        public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class SilentPorts(string failure) : IRiskSignal, ICountryRegistry, ISendLimiter, IPushSender
    {
        public ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) => throw Failure();

        public ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken) => throw Failure();

        public ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => throw Failure();

        public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

        public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => default;

        public Task<PushReceipt> WakeAsync(PushMessage push, CancellationToken cancellationToken) => throw Failure();

        private Exception Failure() => failure == "timeout" ? new TaskCanceledException("timeout") : new HttpRequestException("broken");
    }
}

using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace LoginVerification.Tests;

/// <summary>An adapter is chosen by type, instance or factory, and lives as long as the host says; the container's own checks are on.</summary>
public sealed class AdapterTests
{
    private static readonly AccountId Account = AccountId.Parse("account-1");
    private static readonly ServiceProviderOptions Checked = new() { ValidateOnBuild = true, ValidateScopes = true };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_usual_wiring_of_a_typed_HTTP_client_works_whichever_call_comes_first(bool clientFirst)
    {
        var gateway = new Gateway();
        var services = new ServiceCollection();
        void AddClient() => services.AddHttpClient<GatewaySender>(client => client.BaseAddress = new Uri("https://gateway.example/v1/")).ConfigurePrimaryHttpMessageHandler(() => gateway);
        if (clientFirst)
            AddClient();
        Wire(services).UseSms<GatewaySender>();
        if (!clientFirst)
            AddClient();

        await using var provider = services.BuildServiceProvider(Checked);
        var result = await User(provider).SubmitPhoneAsync("+972502345678");

        Assert.Equal((null, CodeDelivery.Sent), (result.Refusal, result.CodeDelivery));
        Assert.Equal(["https://gateway.example/v1/messages"], gateway.Asked);
    }

    [Fact]
    public async Task A_scoped_adapter_of_an_optional_port_lives_for_one_question()
    {
        var log = new ScopeLog();
        await using var provider = Wire(new ServiceCollection().AddSingleton(log).AddScoped<ScopedAnswers>())
            .UseRiskSignal<ScopedAnswers>().UseCountryRegistry<ScopedAnswers>().UseSms<RecordingPhone>().Services.BuildServiceProvider(Checked);

        await User(provider).SubmitPhoneAsync("+972502345678");
        await User(provider, "account-2").SubmitPhoneAsync("+972502345679");

        Assert.Equal([1, 2, 3, 4], log.Asked);
        Assert.Equal([1, 2, 3, 4], log.Disposed);
    }

    [Fact]
    public async Task An_optional_port_past_its_deadline_keeps_its_scope_until_it_ends_and_shares_it_with_no_command()
    {
        var log = new ScopeLog();
        var release = new TaskCompletionSource();
        var services = Wire(new ServiceCollection().AddSingleton(log).AddSingleton(release).AddScoped<ScopedContext>().AddScoped<SlowScopedRisk>())
            .UseRiskSignal<SlowScopedRisk>().UseSms<RecordingPhone>().Services
            .AddScoped<IPhoneNumberReader, ScopedReader>().Configure<LoginVerificationOptions>(options => options.PortDeadline = TimeSpan.FromMilliseconds(100));
        await using var provider = services.BuildServiceProvider(Checked);

        Assert.Equal(RefusalCode.SendsHeldBack, (await User(provider).SubmitPhoneAsync("+972502345678")).Refusal!.Code);
        Assert.Equal([1, 2], log.Asked);
        Assert.Equal([1], log.Disposed);
        release.SetResult();
        for (var wait = 0; wait < 200 && log.Disposed.Count < 2; wait++)
            await Task.Delay(10);
        Assert.Equal([1, 2, 2], log.Asked);
        Assert.Equal([1, 2], log.Disposed);
    }

    [Fact]
    public async Task A_scoped_adapter_that_no_deadline_bounds_lives_for_one_command()
    {
        var log = new ScopeLog();
        await using var provider = Wire(new ServiceCollection().AddSingleton(log).AddScoped<ScopedContext>()).UseSms<RecordingPhone>().Services
            .AddScoped<IPhoneNumberReader, ScopedReader>().BuildServiceProvider(Checked);

        await User(provider).SubmitPhoneAsync("+972502345678");
        await User(provider, "account-2").SubmitPhoneAsync("+972502345679");

        Assert.Equal([1, 2], log.Asked);
        Assert.Equal([1, 2], log.Disposed);
    }

    [Fact]
    public async Task A_scoped_sender_and_notifier_serve_what_is_sent_from_the_outbox()
    {
        var log = new ScopeLog();
        await using var provider = Wire(new ServiceCollection().AddSingleton(log).AddScoped<ScopedSender>().AddTransient<ScopedNotifier>())
            .UseSms<ScopedSender>().UseNotifier<ScopedNotifier>().Services.BuildServiceProvider(Checked);
        await provider.GetRequiredService<IEnrolmentService>().ForOperator(Account, "import").ImportVerifiedPhoneAsync("+972502345678", SystemClock.Instance.GetCurrentInstant());
        await User(provider).SubmitPhoneAsync("+972502345679");

        await provider.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();

        Assert.Contains(NoticeKind.PhoneVerified, log.Notices);
        Assert.Equal(1, log.Messages);
        // Each of them was of a scope that is over.
        Assert.Equal(log.Made, log.Disposed.Count);
    }

    [Fact]
    public async Task A_scoped_store_is_one_store_for_its_three_ports()
    {
        var memory = new InMemoryEnrolments();
        await using var provider = Wire(new ServiceCollection()).UseSms<RecordingPhone>().UseStore(_ => new ScopedStore(memory), ServiceLifetime.Scoped).Services.BuildServiceProvider(Checked);
        Assert.Null((await User(provider).SubmitPhoneAsync("+972502345678")).Refusal);
        Assert.NotNull(await memory.LoadAsync(Account, default));
        await provider.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        await using var scope = provider.CreateAsyncScope();
        Assert.Same(scope.ServiceProvider.GetRequiredService<IEnrolmentStore>(), scope.ServiceProvider.GetRequiredService<IOutbox>());
    }

    [Fact]
    public async Task An_instance_and_a_factory_serve_as_they_are()
    {
        var phone = new RecordingPhone();
        var made = 0;
        await using var provider = Wire(new ServiceCollection()).UseSms(phone).UseNotifier(_ =>
        {
            made++;
            return new RecordingOwner();
        }).Services.BuildServiceProvider(Checked);
        await User(provider).SubmitPhoneAsync("+972502345678");
        await User(provider).ConfirmCodeAsync(phone.LastCode);
        await provider.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        Assert.Equal(1, made);
        Assert.Same(phone, provider.GetRequiredService<ISmsSender>());
    }

    [Fact]
    public void A_factory_that_answers_null_is_told_by_its_port_when_the_service_is_made()
    {
        (Action<LoginVerificationBuilder> Wrong, string Told)[] factories =
        [
            (builder => builder.UseSms(_ => null!), "The factory of ISmsSender answered null. Return an adapter."),
            (builder => builder.UseSendLimiter(_ => null!), "The factory of ISendLimiter answered null. Return an adapter."),
            (builder => builder.UseStore<InMemoryEnrolments>(_ => null!), "The factory of IEnrolmentStore, IEnrolmentHistory and IOutbox answered null. Return a store."),
        ];
        foreach (var (wrong, told) in factories)
        {
            var builder = Wire(new ServiceCollection()).UseSms<RecordingPhone>();
            wrong(builder);
            using var provider = builder.Services.BuildServiceProvider(Checked);
            Assert.Equal(told, Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IEnrolmentService>).Message);
        }
    }

    [Fact]
    public async Task A_scoped_factory_that_answers_null_is_told_by_the_first_command()
    {
        await using var provider = Wire(new ServiceCollection()).UseSms(_ => null!, ServiceLifetime.Scoped).Services.BuildServiceProvider(Checked);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await User(provider).SubmitPhoneAsync("+972502345678"));
        Assert.Equal("The factory of ISmsSender answered null. Return an adapter.", thrown.Message);
    }

    [Fact]
    public async Task A_type_that_the_host_did_not_register_is_one_instance_for_all()
    {
        await using var provider = Wire(new ServiceCollection()).UseSms<RecordingPhone>().Services.BuildServiceProvider(Checked);
        await User(provider).SubmitPhoneAsync("+972502345678");
        Assert.Single(provider.GetRequiredService<RecordingPhone>().Messages);
        Assert.Same(provider.GetRequiredService<RecordingPhone>(), provider.GetRequiredService<ISmsSender>());
    }

    [Fact]
    public void An_adapter_that_would_keep_a_scoped_service_for_ever_does_not_start_and_is_told_the_mend()
    {
        using var provider = Wire(new ServiceCollection().AddScoped<Unit>()).UseSms<RecordingPhone>().UseNotifier<KeepingNotifier>().Services.BuildServiceProvider();
        var failures = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IEnrolmentService>).Failures;
        Assert.Equal(["KeepingNotifier serves the whole process and takes Unit, which lives for one scope. Write services.AddScoped<KeepingNotifier>()."], failures);

        using var mended = Wire(new ServiceCollection().AddScoped<Unit>().AddScoped<KeepingNotifier>()).UseSms<RecordingPhone>().UseNotifier<KeepingNotifier>().Services.BuildServiceProvider(Checked);
        Assert.NotNull(mended.GetRequiredService<IEnrolmentService>());
    }

    [Fact]
    public void An_adapter_that_would_keep_the_options_of_one_request_for_ever_does_not_start()
    {
        using var provider = Wire(new ServiceCollection()).UseSms<RecordingPhone>().UseNotifier<SnapshotNotifier>().Services.BuildServiceProvider();
        var failures = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IEnrolmentService>).Failures;
        Assert.Equal(["SnapshotNotifier serves the whole process and takes IOptionsSnapshot, which lives for one scope. Write services.AddScoped<SnapshotNotifier>()."], failures);
    }

    [Fact]
    public async Task Where_all_adapters_are_singletons_a_command_makes_no_scope_and_no_part()
    {
        await using var singletons = Wire(new ServiceCollection()).UseSms<RecordingPhone>().Services.BuildServiceProvider(Checked);
        await using var scoped = Wire(new ServiceCollection().AddSingleton<ScopeLog>().AddScoped<ScopedAnswers>()).UseSms<RecordingPhone>().UseRiskSignal<ScopedAnswers>().Services.BuildServiceProvider(Checked);
        var (without, with) = (Allocated(singletons), Allocated(scoped));
        Assert.True(without + 500 < with, $"{without} bytes a look without scopes, {with} with them.");
    }

    private static long Allocated(IServiceProvider provider)
    {
        var service = provider.GetRequiredService<IEnrolmentService>();
        for (var warm = 0; warm < 100; warm++)
            _ = service.GetLoginRequirementAsync(Account).AsTask().Result;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var look = 0; look < 100; look++)
            _ = service.GetLoginRequirementAsync(Account).AsTask().Result;
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }

    private static LoginVerificationBuilder Wire(IServiceCollection services) => services.AddLoginVerification(options =>
        {
            options.SmsHost = "example.com";
            options.CodeKeys["test"] = RandomNumberGenerator.GetBytes(32);
        })
        .UsePhoneNumbers().UseInMemoryStore().UseNotifier<RecordingOwner>();

    private static UserEnrolment User(IServiceProvider provider, string account = "account-1") => provider.GetRequiredService<IEnrolmentService>()
        .ForUser(AccountId.Parse(account), Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant());

    /// <summary>As the documentation shows a sender.</summary>
    internal sealed class GatewaySender(HttpClient http) : ISmsSender
    {
        public bool IsLive => true;

        public async Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            using var answer = await http.PostAsync(new Uri("messages", UriKind.Relative), new StringContent(message.Text), cancellationToken);
            answer.EnsureSuccessStatusCode();
            return new SmsReceipt.Accepted();
        }
    }

    private sealed class Gateway : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.ToString());
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}

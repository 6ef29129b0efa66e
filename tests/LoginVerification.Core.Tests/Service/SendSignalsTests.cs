using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Tests;

/// <summary>Who is asked about a send, in which order, how often, and what becomes of the answers.</summary>
public sealed class SendSignalsTests
{
    private const string Number = "+972502345678";
    private const string Another = "+972522345678";

    [Fact]
    public async Task A_limiter_that_says_no_is_asked_before_anything_that_costs()
    {
        var ports = new RecordedSignals { Allowance = new SendAllowance(false) };
        using var host = Host(ports);
        for (var i = 0; i < 1000; i++)
            Assert.Equal(RefusalCode.SendsHeldBack, (await host.As("web", new SubmitPhone(Number), $"account {i}")).Refusal!.Code);
        Assert.Equal(1000, ports.Asked.Count(port => port == nameof(ISendLimiter)));
        Assert.Equal(1000, ports.Asked.Count);
        Assert.Contains(host.Log.Lines, line => line.Contains("ISendLimiter held a send back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_limiter_comes_first_then_the_registry_then_the_risk()
    {
        var ports = new RecordedSignals();
        using var host = Host(ports);
        await host.As("web", new SubmitPhone(Number));
        Assert.Equal([nameof(ISendLimiter), nameof(ICountryRegistry), nameof(IRiskSignal)], ports.Asked);
    }

    [Fact]
    public async Task A_command_that_loses_its_races_asks_once()
    {
        var ports = new RecordedSignals();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder =>
        {
            ports.Register(builder);
            builder.UseStore(new BrokenStore(() => null));
        });
        Assert.Equal(RefusalCode.Conflict, (await host.As("web", new SubmitPhone(Number))).Refusal!.Code);
        Assert.Equal(3, ports.Asked.Count);
    }

    [Fact]
    public async Task The_limiter_is_asked_about_the_number_that_was_typed_and_not_about_the_pending_one()
    {
        var ports = new RecordedSignals();
        using var host = Host(ports);
        await host.As("web", new SubmitPhone(Number));
        await host.As("web", new SubmitPhone(Another));
        Assert.Equal([Number, Another], ports.Limited.Select(phone => phone.Number.E164));
        Assert.Equal([Number, Another], ports.LookedUp.Select(phone => phone.Number.E164));
    }

    [Fact]
    public async Task A_resend_is_asked_about_the_pending_number()
    {
        var ports = new RecordedSignals();
        using var host = Host(ports);
        await host.As("web", new SubmitPhone(Number));
        host.Time.Advance(TimeSpan.FromSeconds(31));
        await host.As("web", new ResendCode());
        Assert.Equal([Number, Number], ports.Limited.Select(phone => phone.Number.E164));
    }

    [Theory]
    [InlineData("looked up", "stated", "looked up")]
    [InlineData("looked up", null, "looked up")]
    [InlineData(null, "stated", "stated")]
    [InlineData(null, null, null)]
    public async Task The_carrier_that_was_looked_up_goes_before_the_stated_one(string? lookedUp, string? stated, string? kept)
    {
        var ports = new RecordedSignals { Registry = new RegistryAnswer(RegistryService.Served, lookedUp is null ? null : Carrier.Parse(lookedUp)) };
        using var host = Host(ports);
        await host.As("web", new SubmitPhone(Number, null, stated is null ? null : Carrier.Parse(stated)));
        Assert.Equal(kept, (await host.StoredAsync()).Pending!.Details.Carrier?.Name);
    }

    public static TheoryData<string> NoAnswers => new()
    {
        "the limiter says null", "the registry says null", "the registry says 99", "the risk says 99", "the limiter throws", "the registry throws", "the risk throws",
    };

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task Nothing_is_sent_when(string what)
    {
        var ports = new RecordedSignals();
        switch (what)
        {
            case "the limiter says null": ports.Allowance = null!; break;
            case "the registry says null": ports.Registry = null!; break;
            case "the registry says 99": ports.Registry = new RegistryAnswer((RegistryService)99); break;
            case "the risk says 99": ports.Risk = (Risk)99; break;
            default: ports.Throwing = what.Split(' ')[1]; break;
        }

        using var host = Host(ports);
        var refusal = (await host.As("web", new SubmitPhone(Number))).Refusal!;
        Assert.Equal((RefusalCode.SendsHeldBack, new RefusalSource.Withheld()), (refusal.Code, refusal.Source));
        Assert.Equal(0, host.Phone.Attempts);
        Assert.Contains(host.Log.Lines, line => line.Contains("gave no answer", StringComparison.Ordinal));
    }

    /// <summary>Whoever asks learns nothing of a stranger's SIM: the answers are equal to the last part.</summary>
    [Fact]
    public async Task A_risk_a_limiter_and_a_port_without_an_answer_are_told_alike()
    {
        var answers = new List<Refusal>();
        foreach (var ports in new[] { new RecordedSignals { Risk = Risk.TooHigh }, new RecordedSignals { Allowance = new SendAllowance(false) }, new RecordedSignals { Throwing = "registry" } })
        {
            using var host = Host(ports);
            answers.Add((await host.As("web", new SubmitPhone(Number))).Refusal!);
        }

        Assert.Single(answers.Distinct());
    }

    [Theory]
    [InlineData("limiter")]
    [InlineData("registry")]
    [InlineData("risk")]
    public async Task A_port_that_hangs_holds_a_command_up_for_five_seconds_and_no_longer(string port)
    {
        var ports = new RecordedSignals { Hanging = port };
        using var host = Host(ports);
        var began = host.Now;
        var request = host.As("web", new SubmitPhone(Number));
        while (!request.IsCompleted)
        {
            await Task.Delay(5);
            if (!request.IsCompleted)
                host.Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        Assert.Equal(RefusalCode.SendsHeldBack, (await request).Refusal!.Code);
        Assert.InRange((host.Now - began).TotalSeconds, 5, 6);
    }

    [Fact]
    public async Task The_limiter_learns_what_was_handed_over_and_what_was_verified()
    {
        var ports = new RecordedSignals();
        using var host = Host(ports);
        host.Phone.Fault = () => new HttpRequestException("the gateway is down");
        await host.As("web", new SubmitPhone(Number));
        await host.Dispatcher.DrainAsync();
        Assert.Empty(ports.Told);

        host.Phone.Fault = () => null;
        await host.RunLoopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([$"sent {Number}"], ports.Told);
        foreach (var command in new UserCommand[] { new ConfirmCode(host.Phone.LastCode), new SubmitPhone(Another) })
        {
            await host.As("web", command);
            await host.Dispatcher.DrainAsync();
        }

        await host.As("web", new ConfirmCode(host.Phone.LastCode));
        await host.Dispatcher.DrainAsync();
        Assert.Equal([$"sent {Number}", $"verified {Number}", $"sent {Another}", $"verified {Another}"], ports.Told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_limiter_that_cannot_be_told_changes_nothing(bool hangs)
    {
        var ports = new RecordedSignals { ThrowsWhenTold = !hangs, HangsWhenTold = hangs };
        using var host = Host(ports);
        await host.VerifyAsync("web", Number).WaitAsync(TimeSpan.FromSeconds(10));
        for (var second = 0; second < 6; second++)
        {
            await Task.Delay(5);
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await host.Dispatcher.DrainAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, host.Log.Lines.Count(line => line.Contains("could not be told", StringComparison.Ordinal)));
        Assert.Single(host.Phone.Messages);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Example Mobile", false)]
    [InlineData("Another Mobile", true)]
    public async Task The_risk_is_asked_only_if_the_carrier_that_was_looked_up_is_served(string? lookedUp, bool isServed)
    {
        var ports = new RecordedSignals { Registry = new RegistryAnswer(RegistryService.Served, lookedUp is null ? null : Carrier.Parse(lookedUp)) };
        using var host = new ServiceHost(ShippedPolicies.Twitter2014, ports.Register);
        var refusal = (await host.As("web", OfRefusedCarrier)).Refusal;
        Assert.Equal(isServed ? null : RefusalCode.CarrierNotServed, refusal?.Code);
        Assert.Equal([nameof(ISendLimiter), nameof(ICountryRegistry), .. isServed ? [nameof(IRiskSignal)] : Array.Empty<string>()], ports.Asked);
    }

    [Fact]
    public async Task A_limiter_that_says_no_saves_the_look_up_of_a_carrier_that_a_rule_refuses()
    {
        var ports = new RecordedSignals { Allowance = new SendAllowance(false) };
        using var host = new ServiceHost(ShippedPolicies.Twitter2014, ports.Register);
        Assert.NotNull((await host.As("web", OfRefusedCarrier)).Refusal);
        Assert.Equal([nameof(ISendLimiter)], ports.Asked);
    }

    [Fact]
    public async Task A_carrier_that_a_rule_refuses_is_not_looked_up_while_no_code_could_be_sent()
    {
        var ports = new RecordedSignals();
        var onWebAlone = new GatingRule
        {
            Name = "british-carriers",
            Actions = [EnrolmentAction.SubmitPhone],
            Surfaces = Selection.Only(TestPolicies.Web),
            Carriers = new Dictionary<string, Selection<Carrier>> { ["GB"] = Selection.Except(OfRefusedCarrier.Carrier!) },
        };
        using var host = new ServiceHost(EnrolmentPolicy.Create(TestPolicies.Document with { Rules = [onWebAlone] }), ports.Register);
        Assert.Null((await host.As("mobileWeb", OfRefusedCarrier)).Refusal);
        ports.Asked.Clear();
        Assert.Equal(RefusalCode.CarrierNotServed, (await host.As("web", OfRefusedCarrier)).Refusal!.Code);
        Assert.Empty(ports.Asked);
    }

    [Fact]
    public async Task A_resend_to_a_carrier_that_a_rule_refuses_asks_nobody()
    {
        var ports = new RecordedSignals();
        using var host = new ServiceHost(ShippedPolicies.Twitter2014, ports.Register);
        Assert.Null((await host.As("mobileWeb", OfRefusedCarrier)).Refusal);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        ports.Asked.Clear();
        Assert.Equal(RefusalCode.CarrierNotServed, (await host.As("web", new ResendCode())).Refusal!.Code);
        Assert.Empty(ports.Asked);
    }

    private static SubmitPhone OfRefusedCarrier => new("+447400123456", null, Carrier.Parse("Example Mobile"));

    private static ServiceHost Host(RecordedSignals ports) => new(ShippedPolicies.Consistent, ports.Register);

    private sealed class RecordedSignals : ISendLimiter, ICountryRegistry, IRiskSignal
    {
        private readonly List<string> told = [];

        public List<string> Asked { get; } = [];

        public List<PhoneDetails> Limited { get; } = [];

        public List<PhoneDetails> LookedUp { get; } = [];

        public IReadOnlyList<string> Told
        {
            get
            {
                lock (told)
                    return [.. told];
            }
        }

        public SendAllowance Allowance { get; set; } = SendAllowance.Yes;

        public RegistryAnswer Registry { get; set; } = new(RegistryService.Served);

        public Risk Risk { get; set; } = Risk.Acceptable;

        public string? Throwing { get; set; }

        public string? Hanging { get; set; }

        public bool ThrowsWhenTold { get; set; }

        public bool HangsWhenTold { get; set; }

        public void Register(LoginVerificationBuilder builder) =>
            builder.Services.AddSingleton<ISendLimiter>(this).AddSingleton<ICountryRegistry>(this).AddSingleton<IRiskSignal>(this);

        public async ValueTask<SendAllowance> CheckAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken)
        {
            Limited.Add(phone);
            return await AnswerAsync("limiter", nameof(ISendLimiter), Allowance);
        }

        public async ValueTask<RegistryAnswer> LookUpAsync(PhoneDetails phone, CancellationToken cancellationToken)
        {
            LookedUp.Add(phone);
            return await AnswerAsync("registry", nameof(ICountryRegistry), Registry);
        }

        public async ValueTask<Risk> AssessAsync(AccountId account, PhoneNumber number, CancellationToken cancellationToken) =>
            await AnswerAsync("risk", nameof(IRiskSignal), Risk);

        public ValueTask SentAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => TakeInAsync($"sent {phone.Number.E164}");

        public ValueTask VerifiedAsync(AccountId account, PhoneDetails phone, CancellationToken cancellationToken) => TakeInAsync($"verified {phone.Number.E164}");

        private async ValueTask<T> AnswerAsync<T>(string name, string port, T answer)
        {
            Asked.Add(port);
            if (Hanging == name)
                await new TaskCompletionSource().Task;
            return Throwing == name ? throw new HttpRequestException("broken") : answer;
        }

        private async ValueTask TakeInAsync(string what)
        {
            if (HangsWhenTold)
                await new TaskCompletionSource().Task;
            if (ThrowsWhenTold)
                throw new HttpRequestException("broken");
            lock (told)
                told.Add(what);
        }
    }
}

using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>
/// An application with LoginVerification as it comes: the default policy, one user, who authenticated a moment ago. Only the clock is the
/// test's, and what leaves is kept.
/// </summary>
internal sealed class LoginVerificationApplication : IAsyncDisposable
{
    private const string Account = "ada";

    private readonly FakeTimeProvider clock = new();
    private readonly ServiceProvider services;
    private readonly IEnrolmentService enrolments;

    public LoginVerificationApplication(EnrolmentPolicy? policy = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["test"] = RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes);
            })
            .UsePolicy(policy ?? ShippedPolicies.Consistent).UsePhoneNumbers().UseInMemoryStore().UseSms<KeptMessages>().UseNotifier<KeptNotices>();
        services = collection.BuildServiceProvider();
        enrolments = services.GetRequiredService<IEnrolmentService>();
        Messages = (KeptMessages)services.GetRequiredService<ISmsSender>();
        Notices = (KeptNotices)services.GetRequiredService<INotifier>();
    }

    public KeptMessages Messages { get; }

    public KeptNotices Notices { get; }

    public Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The same, and the user protects the log-in with a verified phone.</summary>
    public static async Task<LoginVerificationApplication> StartProtectedAsync()
    {
        var application = new LoginVerificationApplication();
        await application.AcceptAsync(new SubmitPhone(Phones.First));
        await application.AcceptAsync(new ConfirmCode(application.Messages.LastCode(Phones.First)));
        await application.AcceptAsync(new EnableVerification(VerificationChannel.Sms));
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await application.SignInAsync());
        return application;
    }

    /// <summary>One request to the user's own pages.</summary>
    public async Task<EnrolmentResult> DoAsync(UserCommand command)
    {
        var result = await enrolments.HandleAsync(Caller.User(AccountId.Parse(Account), Surface.Parse("web"), authenticatedAt: Now, AuthenticationFactors.MultiFactor), command);
        await services.GetRequiredService<OutboxDispatcher>().DispatchDueAsync(); // as the application's background loop does
        return result;
    }

    /// <summary>What is stored of the account.</summary>
    public async Task<Enrolment> StoredAsync() =>
        await services.GetRequiredService<IEnrolmentStore>().LoadAsync(AccountId.Parse(Account), default) ?? new Enrolment(AccountId.Parse(Account));

    /// <summary>The same, which has to be accepted.</summary>
    public async Task<Enrolment> AcceptAsync(UserCommand command)
    {
        var (_, refusal) = await DoAsync(command);
        Assert.Null(refusal);
        return await StoredAsync();
    }

    /// <summary>The same, which has to be refused.</summary>
    public async Task<Refusal> RefuseAsync(UserCommand command)
    {
        var (_, refusal) = await DoAsync(command);
        return Assert.IsType<Refusal>(refusal);
    }

    /// <summary>One request to the log-in page, after the right password.</summary>
    public async Task<LoginRequirement> SignInAsync() => await enrolments.GetLoginRequirementAsync(AccountId.Parse(Account));

    /// <summary>The log-in page asks for the second factor.</summary>
    public async Task<SignInChallenge> BeginSignInAsync() =>
        Assert.IsType<SignInStart.Challenged>(await services.GetRequiredService<ISignInService>().BeginAsync(AccountId.Parse(Account), Surface.Parse("web"))).Challenge;

    /// <summary>The code is typed on the log-in page.</summary>
    public async Task<SignInAnswer> SignInWithCodeAsync(SignInChallenge challenge, string code) =>
        await services.GetRequiredService<ISignInService>().AnswerAsync(AccountId.Parse(Account), Surface.Parse("web"), challenge.Id, code);

    /// <summary>Lets time pass.</summary>
    public void WaitUntil(Instant until) => clock.SetUtcNow(until.ToDateTimeOffset());

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

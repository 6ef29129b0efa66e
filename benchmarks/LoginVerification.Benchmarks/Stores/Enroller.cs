using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>A user of the library, who is refused nothing.</summary>
internal sealed class Enroller(IServiceProvider services)
{
    private readonly IEnrolmentService enrolments = services.GetRequiredService<IEnrolmentService>();
    private readonly ISignInService signIns = services.GetRequiredService<ISignInService>();
    private readonly PhoneInHand phone = services.GetRequiredService<PhoneInHand>();
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();

    /// <summary>One of seven million numbers.</summary>
    public static string NumberOf(int user) => string.Create(CultureInfo.InvariantCulture, $"+97250{2_000_000 + (user % 7_000_000)}");

    /// <summary>The three commands of an enrolment, which are given in turn.</summary>
    public IReadOnlyList<Func<Task>> CommandsOf(AccountId account, string number) =>
    [
        async () => Demand(await Owner(account).SubmitPhoneAsync(number)),
        async () => Demand(await Owner(account).ConfirmCodeAsync(phone.CodeOf(number))),
        () => EnableAsync(account),
    ];

    public async Task EnableAsync(AccountId account) => Demand(await Owner(account).EnableAsync(VerificationChannel.Sms));

    public async Task DisableAsync(AccountId account) => Demand(await Owner(account).DisableAsync());

    /// <summary>The two commands of a sign-in.</summary>
    public async Task SignInAsync(AccountId account, string number)
    {
        var web = Surface.Parse("web");
        if (await signIns.BeginAsync(account, web) is not SignInStart.Challenged { Challenge: var challenge })
            throw new InvalidOperationException("The owner was not asked.");
        if (await signIns.AnswerAsync(account, web, challenge.Id, phone.CodeOf(number)) is not SignInAnswer.Approved)
            throw new InvalidOperationException("The code was refused.");
    }

    public async Task AskAsync(AccountId account, bool isProtected)
    {
        var answer = await enrolments.GetLoginRequirementAsync(account);
        if (answer is LoginRequirement.Verify != isProtected)
            throw new InvalidOperationException($"The sign-in was answered {answer}.");
    }

    private UserEnrolment Owner(AccountId account) =>
        enrolments.ForUser(account, Surface.Parse("web"), Instant.FromDateTimeOffset(time.GetUtcNow()), AuthenticationFactors.MultiFactor);

    private static void Demand(EnrolmentResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException($"The enrolment was refused: {result.Refusal}");
    }
}

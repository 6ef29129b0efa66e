using LoginVerification.Engine;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace LoginVerification.Docs.Tests;

/// <summary>The real services over an account that is always the same, under a key that is, at a time that is: so all that they answer is.</summary>
internal static class VectorHost
{
    public const string Number = "+972502345678";

    public static AccountId Account { get; } = AccountId.Parse("account-1");

    public static DeviceId Device { get; } = DeviceId.Parse("0123456789abcdef0123456789abcdef");

    public static ChallengeId Challenge { get; } = new("challenge-1");

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 22, 12, 0);

    /// <summary>An account whose log-in the app protects, and a sign-in that waits for its owner.</summary>
    public static Enrolment Asked(string publicKey) => Verified with
    {
        ActiveChannel = VerificationChannel.AppPush,
        Devices = [new AppDevice(Device, DeviceKey.Parse(publicKey), "My phone", Now - Duration.FromDays(1))],
        SignIn = new SignIn(
            new LoginVerification.Engine.Challenge(Challenge, CodePurpose.SignIn, Verified.Phone!.Details.Number, Nonce.Parse(new string('5', 2 * Nonce.Length)), "test", MatchingNumber.Digits, Now - Duration.FromSeconds(20), Now + Duration.FromSeconds(100)),
            VerificationChannel.AppPush)
        {
            Surface = Surface.Parse("web"),
            Place = "Berlin",
            Browser = "Firefox",
        },
    };

    /// <summary>An account with a verified number and no device.</summary>
    public static Enrolment Verified { get; } = new(Account)
    {
        Version = 7,
        Id = EnrolmentId.Parse(new string('e', 2 * EnrolmentId.Length)),
        ChangedAt = Now - Duration.FromSeconds(20),
        Phone = new VerifiedPhone(new PhoneDetails(PhoneNumber.Parse(Number), CountryCode.Parse("IL"), LineType.Mobile), Now - Duration.FromDays(1)),
    };

    public static TestHost Over(Enrolment enrolment) => new(configure: services =>
    {
        services.Replace(ServiceDescriptor.Singleton<IEnrolmentStore>(new OneAccount(enrolment)));
        services.Configure<LoginVerificationOptions>(options => options.CodeKeys["test"] = [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    });

    private sealed class OneAccount(Enrolment enrolment) : IEnrolmentStore
    {
        private Enrolment stored = enrolment;

        public ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken) => new(account == stored.Account ? stored : null);

        public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken)
        {
            stored = change.Enrolment;
            return new(true);
        }

        public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => new(0);

        public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => new([]);

        public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => new(false);
    }
}

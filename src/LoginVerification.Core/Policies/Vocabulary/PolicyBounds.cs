using NodaTime;

namespace LoginVerification.Policies;

/// <summary>The bounds of a policy's numbers, stated once: the validators and the schema use them, and a test holds the docs against them.</summary>
internal static class PolicyBounds
{
    /// <summary>What nothing bounds.</summary>
    private static readonly Bound<int> Unlimited = new(PolicyLimits.Unlimited, PolicyLimits.Unlimited);

    public static readonly Bound<int> Digits = new(6, 8) { Research = new(4, 5) };
    public static readonly Bound<Duration> Life = new(Duration.FromSeconds(30), Duration.FromMinutes(10)) { Research = new(Duration.FromMinutes(10), Duration.FromHours(24)) };
    public static readonly Bound<int> WrongTries = new(1, 10) { Research = Unlimited };

    public static readonly Bound<Duration> ResendWait = new(Duration.FromSeconds(1), Duration.FromHours(1));
    public static readonly Bound<int> PerNumber = new(1, 20) { Research = Unlimited };
    public static readonly Bound<int> PerAccount = new(1, 100) { Research = Unlimited };
    public static readonly Bound<Duration> Window = new(Duration.FromHours(1), Duration.FromDays(7));

    public static readonly Bound<int> EveryFailures = new(1, 20) { Research = Unlimited };
    public static readonly Bound<Duration> First = new(Duration.FromSeconds(1), Duration.FromHours(1));
    public static readonly Bound<Duration> Longest = new(Duration.FromSeconds(1), Duration.FromHours(24));
    public static readonly Bound<int> FinalFailures = new(1, 100) { Research = Unlimited };

    public static readonly Bound<int> SignInCodes = new(1, 20);
    public static readonly Bound<int> Pushes = new(1, 20);
    public static readonly Bound<Duration> PushLife = new(Duration.FromSeconds(30), Duration.FromMinutes(10));
    public static readonly Bound<int> NumberTries = new(1, 10);

    public static readonly Bound<int> ChannelChanges = new(1, 100);

    public static readonly Bound<Duration> PendingLapsesAfter = new(Duration.FromSeconds(30), Duration.FromDays(30));
    public static readonly Bound<Duration> ReauthenticateWithin = new(Duration.FromMinutes(1), Duration.FromHours(1));
    public static readonly Bound<int> AccountsPerNumber = new(1, 1000);
    public static readonly Bound<Duration> CoolDownAfterRemoval = new(Duration.Zero, Duration.FromDays(30));
}

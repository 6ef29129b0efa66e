using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Faults.Worker;

/// <summary>The real service over a store, as the worker runs it and the test looks into it.</summary>
internal static class Wiring
{
    /// <summary>The same in each process, and no secret.</summary>
    public static byte[] CodeKey { get; } = SHA256.HashData(Encoding.UTF8.GetBytes("the key of the tests of faults"));

    public const string CodeKeyId = "faults";

    public const string SurfaceName = "web";

    /// <summary>Limits as wide as a policy allows, so that commands do something: every action everywhere, waits of one second.</summary>
    private static readonly EnrolmentPolicy Policy = PolicyBuilder.Named("faults")
        .Surface(SurfaceName, "home", surface => surface.Screen("home", screen =>
        {
            foreach (var action in Enum.GetValues<EnrolmentAction>())
                screen.Offers(action);
        }))
        .With(policy => policy with
        {
            Code = policy.Code with { WrongTries = 10 },
            Sending = policy.Sending with { ResendWait = NodaTime.Duration.FromSeconds(1), PerNumber = 20, PerAccount = 100, Window = NodaTime.Duration.FromHours(1) },
            Lock = policy.Lock with { EveryFailures = 20, First = NodaTime.Duration.FromSeconds(1), Longest = NodaTime.Duration.FromSeconds(1) },
            ChannelChanges = policy.ChannelChanges with { Most = 100, Window = NodaTime.Duration.FromHours(1) },
        })
        .Freeze();

    public static void Add(IServiceCollection services, WorkerSettings settings, ISmsSender phone, INotifier owner)
    {
        var builder = services.AddLoginVerification(options =>
            {
                options.SmsHost = "example.com";
                options.CodeKeys[CodeKeyId] = CodeKey;
                options.OutboxLease = TimeSpan.FromSeconds(settings.LeaseSeconds);
                options.SendWait = TimeSpan.FromSeconds(settings.SendWaitSeconds);
                options.FirstRetry = TimeSpan.FromSeconds(1);
                options.LongestRetry = TimeSpan.FromSeconds(2);
                options.SendAttempts = 100;
                options.RunsOutbox = settings.RunsOutbox;
                options.OutboxInterval = TimeSpan.FromMilliseconds(200);
            })
            .UsePolicy(Policy).UsePhoneNumbers().UseSms(phone).UseNotifier(owner);
        _ = settings.IsPostgres ? builder.UsePostgreSql(settings.Connection) : builder.UseSqlite(settings.Connection);
    }

    public static AccountId Account(int number) => AccountId.Parse($"account {number}");
}

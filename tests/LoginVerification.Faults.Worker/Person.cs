using System.Globalization;
using NodaTime;

namespace LoginVerification.Faults.Worker;

/// <summary>Chooses what an account's owner does next, at random, and does it.</summary>
internal sealed class Person(WorkerSettings settings, IEnrolmentService enrolments, IEnrolmentStore store, GatewayClient gateway, TimeProvider time)
{
    private const int Numbers = 100;
    private const int FirstNumber = 2_000_000;
    private const string Prefix = "+97250";

    /// <summary>What is done in each state, as often as it stands there.</summary>
    private static readonly Dictionary<EnrolmentState, string[]> Habits = new()
    {
        [EnrolmentState.NoPhone] = ["Submit"],
        [EnrolmentState.PhonePending] = ["Right", "Right", "Right", "Right", "Wrong", "Wrong", "Wrong", "Resend", "Cancel", "Submit"],
        [EnrolmentState.PhoneVerified] = ["Enable", "Enable", "Submit", "Remove", "Right", "Wrong"],
        [EnrolmentState.VerificationEnabled] = ["Disable", "Disable", "Submit", "Submit", "Right", "Right", "Wrong", "Resend"],
    };

    /// <summary>Each account has numbers of its own.</summary>
    public static string NumberOf(int account, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{FirstNumber + (account * Numbers) + number}");

    public static int AccountOf(string number) => (int.Parse(number.AsSpan(Prefix.Length), CultureInfo.InvariantCulture) - FirstNumber) / Numbers;

    /// <exception cref="Exception">The store cannot be read.</exception>
    public async Task<Order> ChooseAsync(int account)
    {
        var enrolment = await store.LoadAsync(Wiring.Account(account), CancellationToken.None) ?? new Enrolment(Wiring.Account(account));
        var habits = Habits[enrolment.State];
        var habit = enrolment.FailureCount(CodePurpose.Enrol) >= 90 ? "Unlock" : habits[Random.Shared.Next(habits.Length)];
        var (command, argument) = habit switch
        {
            "Submit" => ("Submit", NumberOf(account, Random.Shared.Next(Numbers))),
            "Right" => ("Confirm", await CodeAsync(enrolment)),
            "Wrong" => ("Confirm", "000000"),
            _ => (habit, null),
        };
        return new Order($"{settings.Name}-{Guid.NewGuid():N}", account, command, argument);
    }

    /// <exception cref="Exception">Nobody knows whether it was carried out.</exception>
    public Task<EnrolmentResult> GiveAsync(Order order)
    {
        var account = Wiring.Account(order.Account);
        var by = order.Command is "Unlock"
            ? Caller.Operator(account, "staff")
            : Caller.User(account, Surface.Parse(Wiring.SurfaceName), Instant.FromDateTimeOffset(time.GetUtcNow()), AuthenticationFactors.MultiFactor);
        // In a race the events of two who do the same must not be told apart by a name.
        by = settings.IsRace ? by with { CorrelationId = order.Command } : by with { CorrelationId = order.Id, IdempotencyKey = order.Id };
        return enrolments.HandleAsync(by, CommandOf(order), CancellationToken.None).AsTask();
    }

    private async Task<string> CodeAsync(Enrolment enrolment) =>
        (enrolment.Pending is { } pending ? await gateway.ReadCodeAsync(pending.Details.Number.E164) : null) ?? "000000";

    private static EnrolmentCommand CommandOf(Order order) => order.Command switch
    {
        "Submit" => new SubmitPhone(order.Argument!),
        "Confirm" => new ConfirmCode(order.Argument!),
        "Resend" => new ResendCode(),
        "Cancel" => new CancelPending(),
        "Enable" => new EnableVerification(VerificationChannel.Sms),
        "Disable" => new DisableVerification(),
        "Remove" => new RemovePhone(),
        "Unlock" => new Unlock(),
        _ => throw new ArgumentException($"{order.Command} is no command.", nameof(order)),
    };
}

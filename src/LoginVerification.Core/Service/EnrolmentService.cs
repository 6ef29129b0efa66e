using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>What hosts ask of enrolments.</summary>
internal sealed partial class EnrolmentService(
    CommandPipeline pipeline,
    Accounts accounts,
    IEnrolmentStore store,
    IEnrolmentHistory history,
    FactGatherer gatherer,
    StatusReader statusReader,
    DeviceTokens tokens,
    AccountAnswers answers,
    EnrolmentPolicy policy,
    Explainer explainer,
    IClock clock,
    ILogger<EnrolmentService> logger) : IEnrolmentService
{
    public async ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(command);
        var outcome = await pipeline.RunAsync(caller, command, cancellationToken).ConfigureAwait(false);
        return new EnrolmentResult(outcome.Enrolment.State, outcome.Refusal) { Replayed = outcome.Replayed, CodeDelivery = outcome.CodeDelivery, BackupCodes = outcome.BackupCodes };
    }

    public async ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        var surface = EnsureOwner(caller, "A status is its owner's to read");
        var enrolment = await accounts.LoadAsync(caller.Account, cancellationToken).ConfigureAwait(false);
        return await statusReader.ReadAsync(enrolment, caller, surface, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        EnsureOwner(caller, "A device is its owner's to bind");
        var now = clock.GetCurrentInstant();
        var enrolment = PassageOfTime.Through(await accounts.LoadAsync(caller.Account, cancellationToken).ConfigureAwait(false), now);
        var facts = new Facts(caller.OriginAt(PassageOfTime.TimeOf(enrolment, now)), ChallengeSeed.Placeholder)
        {
            Clock = now,
            AuthenticatedAt = caller.AuthenticatedAt,
            Factors = caller.Factors,
            DeviceRegistered = enrolment.Devices.Count > 0,
            Account = await answers.AskAsync(enrolment.Account, cancellationToken).ConfigureAwait(false),
        };
        return explainer.DecideDeviceToken(new Situation(enrolment, facts, policy)) is { } no
            ? new DeviceToken(null, now, no)
            : new DeviceToken(tokens.Issue(enrolment, now), now + DeviceTokens.Life, null);
    }

    public async ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        try
        {
            return statusReader.ReadLoginRequirement(await accounts.LoadAsync(account, cancellationToken).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Whatever a store throws, nobody may take it for "no protection".
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnreadable(logger, failure.GetType().Name);
            return new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable);
        }
    }

    public async ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        // Limits, locks and notices go with an enrolment: an owner who erased would be outside all of them.
        if (caller.Initiator is not Initiator.Operator)
            throw new ArgumentException("Staff alone erase. Where your application deletes the account, write ForOperator(account, \"account-deletion\").EraseAsync().", nameof(caller));
        await history.EraseAsync(caller.Account, caller.OriginAt(clock.GetCurrentInstant()), cancellationToken).ConfigureAwait(false);
        return new EnrolmentResult(EnrolmentState.NoPhone, null);
    }

    public async ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        var found = new HashSet<AccountId>();
        foreach (var meant in gatherer.NumbersIn(number))
            found.UnionWith(await store.FindAccountsAsync(meant, cancellationToken).ConfigureAwait(false));
        return found.ToValueList();
    }

    private Surface EnsureOwner(Caller caller, string what)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller is not { Initiator: Initiator.User, Surface: { } surface })
            throw new ArgumentException($"{what}. Make the caller with Caller.User.", nameof(caller));
        policy.Gate.EnsureDeclares(surface);
        return surface;
    }

    [LoggerMessage(20, LogLevel.Error, "An enrolment could not be read ({Failure}); the sign-in is blocked.")]
    private static partial void LogUnreadable(ILogger logger, string failure);
}

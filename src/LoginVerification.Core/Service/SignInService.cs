using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>What hosts ask when somebody signs in.</summary>
internal sealed partial class SignInService(
    CommandPipeline pipeline,
    Accounts accounts,
    OutboxDispatcher dispatcher,
    CodeMatcher matcher,
    SignInWays ways,
    IClock clock,
    ILogger<SignInService> logger) : ISignInService
{
    /// <summary>The answer where nobody knows what an account needs.</summary>
    public static SignInStart Unreadable { get; } = new SignInStart.Blocked(new Refusal(RefusalCode.EnrolmentUnreadable, Sources.Store) { WaysOut = [new WayOut.AskOperator()] });

    public ValueTask<SignInStart> BeginAsync(AccountId account, Surface surface, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        StartAsync(CallerOf(account, surface, context), new BeginSignIn(context?.Continues) { Place = Cut(context?.Place), Browser = Cut(context?.Browser) }, cancellationToken);

    public ValueTask<SignInStart> ResendAsync(AccountId account, Surface surface, ChallengeId challenge, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        StartAsync(CallerOf(account, surface, context), new ResendSignIn(challenge), cancellationToken);

    public ValueTask<SignInAnswer> AnswerAsync(AccountId account, Surface surface, ChallengeId challenge, CodeInput code, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(CallerOf(account, surface, context), new AnswerSignIn(challenge, code), SignInMethod.Sms, cancellationToken);

    public ValueTask<SignInAnswer> CompleteAsync(AccountId account, Surface surface, ChallengeId challenge, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(CallerOf(account, surface, context), new CompleteSignIn(challenge), SignInMethod.AppPush, cancellationToken);

    public ValueTask<SignInAnswer> UseBackupCodeAsync(AccountId account, Surface surface, CodeInput code, SignInContext? context = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(CallerOf(account, surface, context), new UseBackupCode(code), SignInMethod.BackupCode, cancellationToken);

    public async ValueTask<ValueList<SignInWay>> GetWaysAsync(AccountId account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var now = clock.GetCurrentInstant();
        var enrolment = PassageOfTime.Through(await accounts.LoadAsync(account, cancellationToken).ConfigureAwait(false), now);
        return ways.Of(enrolment, PassageOfTime.TimeOf(enrolment, now));
    }

    private async ValueTask<SignInStart> StartAsync(Caller caller, SignInCommand command, CancellationToken cancellationToken)
    {
        pipeline.Ensure(caller, command);
        try
        {
            var outcome = await pipeline.RunAsync(caller, command, cancellationToken).ConfigureAwait(false);
            return outcome.Refusal switch
            {
                { Code: RefusalCode.NotEnabled } => new SignInStart.NotEnrolled(),
                { } refusal => new SignInStart.Blocked(refusal),
                null => new SignInStart.Challenged(await ShowAsync(outcome, cancellationToken).ConfigureAwait(false)),
            };
        }
#pragma warning disable CA1031 // Whatever a store throws, nobody may take it for "no protection".
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnreadable(logger, failure.GetType().Name);
            return Unreadable;
        }
    }

    private async ValueTask<SignInAnswer> AnswerAsync(Caller caller, SignInCommand command, SignInMethod method, CancellationToken cancellationToken)
    {
        var outcome = await pipeline.RunAsync(caller, command, cancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal
            ? new SignInAnswer.Refused(refusal)
            : new SignInAnswer.Approved(method) { BackupCodesLeft = method is SignInMethod.BackupCode ? outcome.Enrolment.BackupCodes!.Codes.Count : null };
    }

    private async ValueTask<SignInChallenge> ShowAsync(CommandOutcome outcome, CancellationToken cancellationToken)
    {
        var enrolment = outcome.Enrolment;
        var (challenge, channel) = (enrolment.SignIn!.Challenge, enrolment.SignIn.Channel);
        return new SignInChallenge(challenge.Id, channel, challenge.ExpiresAt)
        {
            Phone = channel is VerificationChannel.Sms ? challenge.Number.Masked : null,
            NumberToMatch = channel is VerificationChannel.AppPush ? matcher.NumberOf(enrolment.Account, challenge) : null,
            // Where no device has an address nothing was sent, and nothing is on its way.
            Delivery = channel is VerificationChannel.AppPush && enrolment.Devices.All(device => device.Address is null)
                ? null
                : outcome.CodeDelivery ?? await dispatcher.ReadDeliveryAsync(enrolment, enrolment.SignIn, cancellationToken).ConfigureAwait(false),
            WithoutPhone = ways.WithoutPhone(enrolment, PassageOfTime.TimeOf(enrolment, clock.GetCurrentInstant())),
        };
    }

    private static Caller CallerOf(AccountId account, Surface surface, SignInContext? context) =>
        Caller.SigningIn(account, surface) with { Language = context?.Language, CorrelationId = context?.CorrelationId, IdempotencyKey = context?.IdempotencyKey };

    /// <summary>What a host found out of a browser is shown to the owner, and decides nothing: it is made to fit.</summary>
    private static string? Cut(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            // What turns the direction of a line, or begins a new one, could make the prompt say something else.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                continue;
            if (shown.Length + rune.Utf16SequenceLength > SignIn.MaxContextLength)
                break;
            shown.Append(rune.ToString());
        }

        return shown.Length == 0 ? null : shown.ToString();
    }

    [LoggerMessage(22, LogLevel.Error, "A sign-in could not be begun ({Failure}); it is blocked.")]
    private static partial void LogUnreadable(ILogger logger, string failure);
}

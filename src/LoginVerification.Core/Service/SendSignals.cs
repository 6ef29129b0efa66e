using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>
/// Asks the host's signals about a send: first the limiter, which costs nothing and tells nobody of the number, then the look-ups that are paid for.
/// Who says no ends the questions, and so does a port without an answer or a carrier that is not served. The log tells the host which it was; the user never learns it.
/// </summary>
internal sealed partial class SendSignals(ISendLimiter limiter, ICountryRegistry registry, IRiskSignal riskSignal, PortCalls calls, ILogger logger)
{
    private static readonly SendAnswer HeldBack = SendAnswer.Open with { Allowance = new SendAllowance(false) };

    /// <param name="account">For whom.</param>
    /// <param name="phone">To which number.</param>
    /// <param name="accepts">Whether the send would be accepted by what the registry knows.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async ValueTask<SendAnswer> AskAsync(AccountId account, PhoneDetails phone, Func<RegistryAnswer, bool> accepts, CancellationToken cancellationToken)
    {
        var allowance = await calls.AskAsync<ISendLimiter, SendAllowance?>(limiter, async (port, token) => await port.CheckAsync(account, phone, token).ConfigureAwait(false), answer => answer is not null, cancellationToken).ConfigureAwait(false);
        if (!allowance.IsGiven)
            return HeldBack;
        if (!allowance.Value!.Allowed)
        {
            LogHeldBack(logger, nameof(ISendLimiter));
            return SendAnswer.Open with { Allowance = allowance.Value };
        }

        var known = await calls.AskAsync<ICountryRegistry, RegistryAnswer?>(registry, async (port, token) => await port.LookUpAsync(phone, token).ConfigureAwait(false), answer => answer is not null && Enum.IsDefined(answer.Service), cancellationToken).ConfigureAwait(false);
        if (!known.IsGiven)
            return HeldBack;
        if (!accepts(known.Value!))
            return SendAnswer.Open with { Registry = known.Value! };

        var risk = await calls.AskAsync<IRiskSignal, Risk>(riskSignal, (port, token) => port.AssessAsync(account, phone.Number, token), Enum.IsDefined, cancellationToken).ConfigureAwait(false);
        if (risk is { IsGiven: true, Value: Risk.TooHigh })
            LogHeldBack(logger, nameof(IRiskSignal));
        return new SendAnswer(SendAllowance.Yes, known.Value!, risk.GivenOr(Risk.TooHigh));
    }

    [LoggerMessage(11, LogLevel.Information, "{Port} held a send back.")]
    private static partial void LogHeldBack(ILogger logger, string port);
}

/// <summary>What the host's signals say of one send.</summary>
internal sealed record SendAnswer(SendAllowance Allowance, RegistryAnswer Registry, Risk Risk)
{
    /// <summary>Nothing is known, and nobody objects.</summary>
    public static SendAnswer Open { get; } = new(SendAllowance.Yes, new RegistryAnswer(RegistryService.Unknown), Risk.Unknown);
}

/// <summary>What one command has asked already. A look-up can cost, so that a command that loses a race asks nobody again about the same number.</summary>
internal sealed class SendAnswers
{
    private (PhoneDetails Phone, SendAnswer Answer)? last;

    public SendAnswer? About(PhoneDetails phone) => last is { } kept && kept.Phone == phone ? kept.Answer : null;

    public SendAnswer Keep(PhoneDetails phone, SendAnswer answer)
    {
        last = (phone, answer);
        return answer;
    }
}

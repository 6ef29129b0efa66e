using FluentValidation;

namespace LoginVerification;

/// <summary>What the settings of every adapter that sends have in common: an attempt is a share of <see cref="LoginVerificationOptions.OutboxLease"/>.</summary>
internal static class AttemptRules
{
    /// <summary>Ends before the outbox gives the message to somebody else: an attempt has two fifths of the lease.</summary>
    public static void EndsWithinAnAttempt<T>(this IRuleBuilder<T, TimeSpan> rule, string name, TimeSpan lease)
    {
        var attempt = DispatchTiming.AttemptOf(lease);
        rule.Must(timeout => timeout >= TimeSpan.FromSeconds(1) && timeout < attempt)
            .WithMessage((_, timeout) => $"{name} must be at least 00:00:01 and less than {attempt}, two fifths of OutboxLease. Here it is {timeout}. Write less, or a longer OutboxLease.");
    }
}

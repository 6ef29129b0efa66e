using FluentValidation.Results;
using Microsoft.Extensions.Options;

namespace LoginVerification.Sms;

/// <summary>Checks the settings of a gateway together with the wiring, which has the lease.</summary>
/// <param name="isChosen">Whether the gateway sends.</param>
/// <param name="check">What is wrong, for a lease.</param>
internal sealed class GatewayCheck(Func<bool> isChosen, Func<TimeSpan, (IEnumerable<string> Section, ValidationResult Rules)> check) : IValidateOptions<LoginVerificationOptions>
{
    public ValidateOptionsResult Validate(string? name, LoginVerificationOptions options)
    {
        if (!isChosen())
            return ValidateOptionsResult.Skip;
        var (section, rules) = check(options.OutboxLease);
        string[] failures = [.. section, .. rules.Errors.Select(error => error.ErrorMessage).Distinct()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

using Microsoft.Extensions.Options;

namespace LoginVerification.WebPush;

/// <summary>Checks the settings together with the wiring, which has the lease, so that every error of both comes at once.</summary>
/// <param name="isChosen">Whether Web Push is what wakes apps.</param>
/// <param name="settings">The settings.</param>
internal sealed class WebPushCheck(Func<bool> isChosen, Func<WebPushOptions> settings) : IValidateOptions<LoginVerificationOptions>
{
    public ValidateOptionsResult Validate(string? name, LoginVerificationOptions options)
    {
        if (!isChosen())
            return ValidateOptionsResult.Skip;
        var rules = new WebPushOptionsValidator(options.OutboxLease).Validate(settings());
        string[] failures = [.. settings().SectionErrors, .. rules.Errors.Select(error => error.ErrorMessage).Distinct()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

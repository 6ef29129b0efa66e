using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>
/// Checks the settings of an adapter together with the wiring, which has the lease, so that every error of both comes at once. A host that chose another
/// adapter later, for a developer's machine perhaps, need not fill them in.
/// </summary>
/// <param name="lifetimes">They tell whether the adapter serves its port.</param>
/// <param name="settings">The settings, read only if it does.</param>
/// <param name="sectionErrors">What a configuration section said that no setting can hold.</param>
/// <param name="rules">The bounds of the settings, for a lease.</param>
internal sealed class SettingsCheck<TPort, TAdapter, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TSettings>(
    AdapterLifetimes lifetimes, IOptions<TSettings> settings, Func<TSettings, IEnumerable<string>> sectionErrors, Func<TimeSpan, IValidator<TSettings>> rules)
    : IValidateOptions<LoginVerificationOptions>
    where TAdapter : TPort
    where TSettings : class
{
    public ValidateOptionsResult Validate(string? name, LoginVerificationOptions options)
    {
        if (!lifetimes.IsServedBy<TAdapter>(typeof(TPort)))
            return ValidateOptionsResult.Skip;
        string[] failures = [.. sectionErrors(settings.Value), .. rules(options.OutboxLease).Validate(settings.Value).Errors.Select(error => error.ErrorMessage).Distinct()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Checks wiring and required ports at start, and tells every error at once.</summary>
internal sealed class StartChecks(IServiceProviderIsService registered, EnrolmentPolicy policy, IEnumerable<StartError> errors)
    : IValidateOptions<LoginVerificationOptions>
{
    private const string StoreMend = "UseInMemoryStore() for one process, or use a store that lasts";

    public ValidateOptionsResult Validate(string? name, LoginVerificationOptions options)
    {
        string[] failures =
        [
            .. new LoginVerificationOptionsValidator(policy.Document.Code.Digits).Validate(options).Errors.Select(error => error.ErrorMessage),
            .. Missing<ISmsSender>("UseSms<YourSender>()"),
            .. Missing<INotifier>("UseNotifier<YourNotifier>()"),
            .. Missing<IEnrolmentStore>(StoreMend),
            .. Missing<IEnrolmentHistory>(StoreMend),
            .. Missing<IOutbox>(StoreMend),
            .. Missing<IPhoneNumberReader>("UsePhoneNumbers(), from the package LoginVerification.PhoneNumbers"),
            .. errors.Select(error => error.Message),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string[] Missing<TPort>(string mend) =>
        registered.IsService(typeof(TPort)) ? [] : [$"No {typeof(TPort).Name} is registered. Write services.AddLoginVerification(…).{mend}."];
}

/// <summary>Something that forbids to start, found while registering.</summary>
internal sealed record StartError(string Message);

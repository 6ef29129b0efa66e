using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Checks wiring, adapters and policy at start, and tells every error at once. It changes nothing, and may be asked again.</summary>
internal sealed class StartChecks(
    IServiceProviderIsService registered,
    AdapterLifetimes lifetimes,
    EnrolmentPolicy policy,
    IEnumerable<ResearchAllowed> researchAllowed,
    IEnumerable<ConsoleUse> consoleUses) : IValidateOptions<LoginVerificationOptions>
{
    private const string StoreMend = "UseInMemoryStore() for one process, or use a store that lasts";

    public ValidateOptionsResult Validate(string? name, LoginVerificationOptions options)
    {
        string[] failures =
        [
            .. options.SectionErrors,
            .. new LoginVerificationOptionsValidator(policy.Document.Code.Digits).Validate(options).Errors.Select(error => error.ErrorMessage),
            .. Missing<ISmsSender>("UseSms<YourSender>()"),
            .. Missing<INotifier>("UseNotifier<YourNotifier>()"),
            .. Missing<IEnrolmentStore>(StoreMend),
            .. Missing<IEnrolmentHistory>(StoreMend),
            .. Missing<IOutbox>(StoreMend),
            .. Missing<IPhoneNumberReader>("UsePhoneNumbers(), from the package LoginVerification.PhoneNumbers"),
            .. Adapters.Ports.Select(lifetimes.CaptiveIn).OfType<string>().Distinct(),
            .. consoleUses.SelectMany(OutsideDevelopment),
            .. Research(),
            .. ForExplorationAlone(policy),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private string[] Missing<TPort>(string mend) =>
        registered.IsService(typeof(TPort)) ? [] : [$"No {typeof(TPort).Name} is registered. Write services.AddLoginVerification(…).{mend}."];

    private string[] OutsideDevelopment(ConsoleUse console) => console.IsDevelopment
        ? []
        :
        [
            .. lifetimes.IsServedBy<ConsoleSmsSender>(typeof(ISmsSender)) ? [Told("codes", "UseSms<YourSender>()")] : Array.Empty<string>(),
            .. lifetimes.IsServedBy<ConsoleNotifier>(typeof(INotifier)) ? [Told("notices", "UseNotifier<YourNotifier>()")] : Array.Empty<string>(),
        ];

    private static string Told(string what, string mend) =>
        $"UseConsole writes {what} to the console, which only the environment {ConsoleUse.Development} may. Write {mend} for any other.";

    private string[] Research() => ResearchValues.Of(policy.Document) is { Count: > 0 } values && !researchAllowed.Any()
        ? [$"The policy \"{policy.Name}\" is for research: {string.Join(" and ", values)} would end protection and tell nobody. Run another policy, or write AllowResearchPolicy() where no real account is at stake."]
        : [];

    /// <summary>Nothing that the host writes lets it start: its codes can be guessed.</summary>
    public static string[] ForExplorationAlone(EnrolmentPolicy policy) => policy.Document.Research
        ? [$"The policy \"{policy.Name}\" says \"research\": true. It is there to be explored, and no host starts with it, with AllowResearchPolicy() or without. Give UsePolicy(…) another policy, or take \"research\" out of this one{Mends(policy)}."]
        : [];

    private static string Mends(EnrolmentPolicy policy) => string.Concat(PolicyValidation.BeyondUsualBounds(policy.Document).Select(failure => $"; {failure.Path}: {failure.Message.TrimEnd('.')}"));
}

/// <summary>The host said that no real account is at stake.</summary>
internal sealed record ResearchAllowed;

/// <summary>An explorer asks the service what it decides, and nobody is served. It is no host's to say.</summary>
internal sealed record ServedToExplore;

/// <summary>The host asked for the console, in an environment.</summary>
internal sealed record ConsoleUse(string EnvironmentName)
{
    public const string Development = "Development";

    public bool IsDevelopment => EnvironmentName.Equals(Development, StringComparison.OrdinalIgnoreCase);
}

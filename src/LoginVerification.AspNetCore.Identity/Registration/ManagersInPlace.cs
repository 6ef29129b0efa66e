using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>A manager that was registered later would sign in past the enrolment: the host does not start with one.</summary>
internal sealed class ManagersInPlace<TUser>(IServiceCollection services) : IValidateOptions<LoginVerificationHttpOptions>
    where TUser : class
{
    public ValidateOptionsResult Validate(string? name, LoginVerificationHttpOptions options)
    {
        string[] failures =
        [
            .. Misplaced(typeof(UserManager<TUser>), typeof(LoginVerificationUserManager<TUser>)),
            .. Misplaced(typeof(SignInManager<TUser>), typeof(LoginVerificationSignInManager<TUser>)),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Misplaced(Type service, Type ours)
    {
        var used = services.Last(descriptor => descriptor.ServiceType == service && !descriptor.IsKeyedService).ImplementationType;
        return used?.IsAssignableTo(ours) is true
            ? []
            : [$"{service.Name.Split('`')[0]} is {used?.Name ?? "made by a factory"}, which does not ask for what was enabled. Derive it from {ours.Name.Split('`')[0]}, and register it by its type."];
    }
}

using LoginVerification;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers log-in verification for ASP.NET Core Identity.</summary>
public static class LoginVerificationIdentityBuilderExtensions
{
    /// <summary>
    /// Lets Identity ask at sign-in for what was enabled, and its phone and second factor follow the enrolment. Replaces the user manager, the sign-in manager and the
    /// provider <c>Phone</c>, and adds <see cref="IdentityMoveIn{TUser}"/>. Call it after <c>services.AddLoginVerification(…)</c>. A manager of the host's own that
    /// is registered later has to derive from these; otherwise the host does not start. What is found out of a request is set with <c>UseAspNetCore(…)</c>, whose
    /// pages and endpoints let in as Identity does.
    /// </summary>
    /// <param name="builder">Identity's builder.</param>
    /// <exception cref="InvalidOperationException">
    /// <c>services.AddLoginVerification(…)</c> was not called before, or this was called for another type of user: enrolments belong to users of one type.
    /// </exception>
    public static IdentityBuilder AddLoginVerification(this IdentityBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var registered = RegisteredUserType(builder.Services);
        if (registered is not null && registered != builder.UserType)
            throw new InvalidOperationException($"AddLoginVerification() was called for {registered.Name}, and enrolments belong to users of one type: {builder.UserType.Name} would sign in past them, and its ids could be those of others. Make both one type, with a property or roles that tell them apart, or put {builder.UserType.Name} into an application of its own.");
        if (registered is null)
            ((IRegistration)Activator.CreateInstance(typeof(Registration<>).MakeGenericType(builder.UserType))!).Add(builder.Services);
        return builder;
    }

    private static Type? RegisteredUserType(IServiceCollection services) => services
        .Select(service => service.ServiceType)
        .FirstOrDefault(type => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(FollowingUsers<>))?.GenericTypeArguments[0];

    private interface IRegistration
    {
        void Add(IServiceCollection services);
    }

    private sealed class Registration<TUser> : IRegistration
        where TUser : class
    {
        public void Add(IServiceCollection services)
        {
            Decorate<IEnrolmentService>(services, (provider, inner) => new FollowedEnrolments<TUser>(inner, provider.GetRequiredService<FollowingUsers<TUser>>()));
            Decorate<IDeviceService>(services, (provider, inner) => new FollowedDevices<TUser>(inner, provider.GetRequiredService<FollowingUsers<TUser>>()));
            services.AddHttpContextAccessor();
            services.AddSingleton<FollowingUsers<TUser>>();
            services.AddSingleton<IdentityMoveIn<TUser>>();
            new LoginVerificationBuilder(services).UseAspNetCore();
            services.Replace(ServiceDescriptor.Singleton<ISecondFactorSession, IdentitySecondFactor<TUser>>());
            services.AddScoped<TwoFactorCookie>();
            services.AddScoped<SmsTokenProvider<TUser>>();
            services.AddScoped<AppTokenProvider<TUser>>();
            services.AddScoped<UserManager<TUser>, LoginVerificationUserManager<TUser>>();
            services.AddScoped(provider => (LoginVerificationUserManager<TUser>)provider.GetRequiredService<UserManager<TUser>>());
            services.AddScoped<SignInManager<TUser>, LoginVerificationSignInManager<TUser>>();
            services.AddScoped(provider => (LoginVerificationSignInManager<TUser>)provider.GetRequiredService<SignInManager<TUser>>());
            services.PostConfigure<IdentityOptions>(options =>
            {
                options.Tokens.ProviderMap[TokenOptions.DefaultPhoneProvider] = new TokenProviderDescriptor(typeof(SmsTokenProvider<TUser>));
                options.Tokens.ProviderMap[LoginVerificationIdentity.Provider] = new TokenProviderDescriptor(typeof(AppTokenProvider<TUser>));
            });
            services.PostConfigure<SecurityStampValidatorOptions>(KeptClaims.Keep);
            // The first one, so that whatever the host sets wins, before this call or after it.
            services.Insert(0, ServiceDescriptor.Transient<IConfigureOptions<LoginVerificationHttpOptions>, IdentityAccounts>());
            services.AddOptions<LoginVerificationHttpOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<LoginVerificationHttpOptions>>(new ManagersInPlace<TUser>(services));
        }

        private static void Decorate<TService>(IServiceCollection services, Func<IServiceProvider, TService, TService> decorate)
            where TService : class
        {
            var inner = services.LastOrDefault(service => service.ServiceType == typeof(TService))?.ImplementationFactory
                ?? throw new InvalidOperationException("Identity's users follow enrolments, and there are none. Call services.AddLoginVerification(…) before AddLoginVerification() on the identity builder.");
            services.Replace(ServiceDescriptor.Singleton(provider => decorate(provider, (TService)inner(provider))));
        }
    }
}

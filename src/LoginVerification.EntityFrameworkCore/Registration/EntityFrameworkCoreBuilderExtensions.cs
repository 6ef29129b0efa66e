using LoginVerification.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Keeps enrolments in a database.</summary>
public static class EntityFrameworkCoreBuilderExtensions
{
    /// <summary>
    /// Keeps enrolments in the tables of a context that the host registered (<c>AddDbContext</c>, pooled or not), and keeps house in the
    /// background. The context's model calls <c>modelBuilder.AddLoginVerification()</c>, and its migrations are the host's. Each command has an
    /// instance of the context to itself, from a scope of its own: what a request has changed and not saved is not looked at.
    /// When the host starts the database is looked at: whether it can be reached and written, and has the right schema and keys.
    /// </summary>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseEntityFrameworkCore<TContext>(this LoginVerificationBuilder builder)
        where TContext : DbContext => builder.UseEntityFrameworkCore<TContext>(_ => { });

    /// <inheritdoc cref="UseEntityFrameworkCore{TContext}(LoginVerificationBuilder)"/>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets keys and timing.</param>
    public static LoginVerificationBuilder UseEntityFrameworkCore<TContext>(this LoginVerificationBuilder builder, Action<LoginVerificationStoreOptions> configure)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddOptions<LoginVerificationStoreOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LoginVerificationStoreOptions>, LoginVerificationStoreOptionsValidator>());
        services.TryAddSingleton(provider => KeysOf(provider.GetRequiredService<IOptions<LoginVerificationStoreOptions>>().Value));
        services.Replace(ServiceDescriptor.Singleton(new WriteQueue(isOneAtATime: false)));
        services.TryAddSingleton<Sealer>();
        services.TryAddSingleton<NumberTokens>();
        services.TryAddSingleton<SealingRegister<TContext>>();
        services.Replace(ServiceDescriptor.Singleton<IOutboxGauge, EntityFrameworkEnrolments<TContext>>(provider => provider.GetRequiredService<EntityFrameworkEnrolments<TContext>>()));
        services.Replace(ServiceDescriptor.Singleton<IHousekeeping, Housekeeping<TContext>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StoreCheck<TContext>>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HousekeepingLoop>());
        return builder.UseStore<EntityFrameworkEnrolments<TContext>>();
    }

    /// <summary>
    /// The same, with the options from a section of the configuration, by their names; sealing keys in base64, durations as <c>hh:mm:ss</c>. Whatever it says
    /// that is no option fails the start.
    /// </summary>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="section">The section: <c>builder.Configuration.GetSection("LoginVerificationStore")</c>.</param>
    /// <returns>The same builder.</returns>
    public static LoginVerificationBuilder UseEntityFrameworkCore<TContext>(this LoginVerificationBuilder builder, IConfigurationSection section)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.UseEntityFrameworkCore<TContext>(options => StoreSection.Read(section, options));
    }

    /// <summary>The same with the context of our own, over a provider.</summary>
    internal static LoginVerificationBuilder UseOwnContext(
        this LoginVerificationBuilder builder,
        Action<DbContextOptionsBuilder> provider,
        Action<LoginVerificationStoreOptions> configure,
        bool isOneWriteAtATime,
        Func<DbContext, DateTimeOffset, CancellationToken, Task> beforeMigrating)
    {
        var services = builder.Services;
        // The last choice of a database counts.
        services.RemoveAll<IDbContextOptionsConfiguration<LoginVerificationContext>>();
        services.AddDbContextPool<LoginVerificationContext>(provider);
        services.Replace(ServiceDescriptor.Singleton(made => new StoreDatabase(made.GetRequiredService<IServiceScopeFactory>(), made.GetRequiredService<TimeProvider>(), beforeMigrating)));
        builder.UseEntityFrameworkCore<LoginVerificationContext>(configure);
        services.Replace(ServiceDescriptor.Singleton(new WriteQueue(isOneWriteAtATime)));
        return builder;
    }

    private static SealingKeys KeysOf(LoginVerificationStoreOptions options) => options.SealingKeys.Count == 0
        ? SealingKeys.None
        : new SealingKeys(options.SealingKeys.AsReadOnly(), string.IsNullOrEmpty(options.CurrentSealingKey) ? options.SealingKeys.Keys.Single() : options.CurrentSealingKey, options.ReadsUnsealed);
}

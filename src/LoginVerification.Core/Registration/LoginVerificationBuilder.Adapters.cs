using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoginVerification;

/// <content>One page for every port: by type, instance and factory.</content>
public sealed partial class LoginVerificationBuilder
{
    /// <summary>Sends messages with the host's sender.</summary>
    /// <typeparam name="TSender">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseSms<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSender>()
        where TSender : class, ISmsSender => Use<ISmsSender, TSender>();

    /// <inheritdoc cref="UseSms{TSender}()"/>
    /// <param name="sender">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseSms(ISmsSender sender) => Use(sender);

    /// <inheritdoc cref="UseSms{TSender}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UseSms(Func<IServiceProvider, ISmsSender> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Sends notices with the host's notifier.</summary>
    /// <typeparam name="TNotifier">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseNotifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TNotifier>()
        where TNotifier : class, INotifier => Use<INotifier, TNotifier>();

    /// <inheritdoc cref="UseNotifier{TNotifier}()"/>
    /// <param name="notifier">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseNotifier(INotifier notifier) => Use(notifier);

    /// <inheritdoc cref="UseNotifier{TNotifier}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UseNotifier(Func<IServiceProvider, INotifier> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Looks numbers up in the host's registry. Optional: without it nothing is known of a number but its digits.</summary>
    /// <typeparam name="TRegistry">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseCountryRegistry<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRegistry>()
        where TRegistry : class, ICountryRegistry => Use<ICountryRegistry, TRegistry>();

    /// <inheritdoc cref="UseCountryRegistry{TRegistry}()"/>
    /// <param name="registry">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseCountryRegistry(ICountryRegistry registry) => Use(registry);

    /// <inheritdoc cref="UseCountryRegistry{TRegistry}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UseCountryRegistry(Func<IServiceProvider, ICountryRegistry> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Wakes the host's app. Optional: without it nobody is woken, and apps ask by themselves while they are open.</summary>
    /// <typeparam name="TSender">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UsePush<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSender>()
        where TSender : class, IPushSender => Use<IPushSender, TSender>();

    /// <inheritdoc cref="UsePush{TSender}()"/>
    /// <param name="sender">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UsePush(IPushSender sender) => Use(sender);

    /// <inheritdoc cref="UsePush{TSender}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UsePush(Func<IServiceProvider, IPushSender> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Asks the host's risk signal before a code is sent. Optional: without it nothing is known.</summary>
    /// <typeparam name="TSignal">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseRiskSignal<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSignal>()
        where TSignal : class, IRiskSignal => Use<IRiskSignal, TSignal>();

    /// <inheritdoc cref="UseRiskSignal{TSignal}()"/>
    /// <param name="signal">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseRiskSignal(IRiskSignal signal) => Use(signal);

    /// <inheritdoc cref="UseRiskSignal{TSignal}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UseRiskSignal(Func<IServiceProvider, IRiskSignal> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Asks the host's limiter before a code is sent. Optional: without it every send is allowed.</summary>
    /// <typeparam name="TLimiter">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseSendLimiter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLimiter>()
        where TLimiter : class, ISendLimiter => Use<ISendLimiter, TLimiter>();

    /// <inheritdoc cref="UseSendLimiter{TLimiter}()"/>
    /// <param name="limiter">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseSendLimiter(ISendLimiter limiter) => Use(limiter);

    /// <inheritdoc cref="UseSendLimiter{TLimiter}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UseSendLimiter(Func<IServiceProvider, ISendLimiter> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Asks the host for what the policy's rules ask of accounts. Optional: without it every rule that asks for an attribute speaks.</summary>
    /// <typeparam name="TAttributes">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseAccountAttributes<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAttributes>()
        where TAttributes : class, IAccountAttributes => Use<IAccountAttributes, TAttributes>();

    /// <inheritdoc cref="UseAccountAttributes{TAttributes}()"/>
    /// <param name="attributes">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseAccountAttributes(IAccountAttributes attributes) => Use(attributes);

    /// <inheritdoc cref="UseAccountAttributes{TAttributes}()"/>
    /// <param name="make">Makes the adapter.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service is scoped.</param>
    public LoginVerificationBuilder UseAccountAttributes(Func<IServiceProvider, IAccountAttributes> make, ServiceLifetime lifetime = ServiceLifetime.Singleton) => Use(make, lifetime);

    /// <summary>Keeps enrolments, their events and the outbox in the host's store: one class for the three ports, because one save writes all three.</summary>
    /// <typeparam name="TStore">Resolved as the host registered it; one instance for all where it did not.</typeparam>
    public LoginVerificationBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IEnrolmentStore, IEnrolmentHistory, IOutbox =>
        Use<IEnrolmentStore, TStore>().Use<IEnrolmentHistory, TStore>().Use<IOutbox, TStore>();

    /// <inheritdoc cref="UseStore{TStore}()"/>
    /// <param name="store">One instance for all. The host disposes of it.</param>
    public LoginVerificationBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(TStore store)
        where TStore : class, IEnrolmentStore, IEnrolmentHistory, IOutbox
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.Replace(ServiceDescriptor.Singleton(store));
        return UseStore<TStore>();
    }

    /// <inheritdoc cref="UseStore{TStore}()"/>
    /// <param name="make">Makes the store.</param>
    /// <param name="lifetime">How long one lives. What takes a scoped service, as a database context is, is scoped.</param>
    public LoginVerificationBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(
        Func<IServiceProvider, TStore> make, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TStore : class, IEnrolmentStore, IEnrolmentHistory, IOutbox
    {
        ArgumentNullException.ThrowIfNull(make);
        Services.Replace(ServiceDescriptor.Describe(typeof(TStore), Made(make, "IEnrolmentStore, IEnrolmentHistory and IOutbox answered null. Return a store."), lifetime));
        return UseStore<TStore>();
    }
}

using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification;

/// <summary>Resolves adapters as long as they live: a singleton once, any other in the scope that asks. Thread-safe.</summary>
internal sealed class AdapterSource(IServiceProvider root, AdapterLifetimes lifetimes)
{
    private readonly FrozenDictionary<Type, object> singletons =
        Adapters.Ports.Where(lifetimes.IsSingleton).ToFrozenDictionary(port => port, port => root.GetRequiredService(lifetimes.SourceOf(port)));

    /// <summary>Whether no adapter needs a scope.</summary>
    public bool AreAllSingletons => singletons.Count == Adapters.Ports.Count;

    /// <summary>The one instance that serves the whole process, or null where there is none.</summary>
    public TPort? Singleton<TPort>()
        where TPort : class => (TPort?)singletons.GetValueOrDefault(typeof(TPort));

    public TPort Get<TPort>(IServiceProvider scope)
        where TPort : class => Singleton<TPort>() ?? (TPort)scope.GetRequiredService(lifetimes.SourceOf(typeof(TPort)));

    public Adapters ForCommand(IServiceProvider scope) => new(Get<IEnrolmentStore>(scope), Get<ISmsSender>(scope), Get<IPhoneNumberReader>(scope));
}

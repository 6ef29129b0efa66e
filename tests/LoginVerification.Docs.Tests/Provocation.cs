using LoginVerification.Policies;

namespace LoginVerification.Docs.Tests;

/// <summary>How a refusal comes about, in words and in deed.</summary>
/// <param name="Code">The refusal.</param>
/// <param name="How">What is done, for the page.</param>
/// <param name="Kinds">The kinds of its ways out.</param>
/// <param name="Provoke">Does it.</param>
internal sealed record Provocation(RefusalCode Code, string How, WayKind[] Kinds, Func<TestHost, Task<Refusal?>> Provoke)
{
    /// <summary>One that is met by a command of <see cref="IEnrolmentService.HandleAsync"/>.</summary>
    /// <param name="code">The refusal.</param>
    /// <param name="how">What is done, for the page.</param>
    /// <param name="kinds">The kinds of its ways out.</param>
    /// <param name="provoke">Does it.</param>
    public Provocation(RefusalCode code, string how, WayKind[] kinds, Func<TestHost, Task<EnrolmentResult>> provoke)
        : this(code, how, kinds, async host => (await provoke(host)).Refusal)
    {
    }

    /// <summary>The policy that it takes; the default one if nothing is said.</summary>
    public EnrolmentPolicy Policy { get; init; } = ShippedPolicies.Consistent;

    /// <summary>What the host adds.</summary>
    public Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? Configure { get; init; }
}

/// <summary>The kinds of ways out.</summary>
internal enum WayKind
{
    Act,
    Correct,
    Start,
    RegisterDevice,
    Retry,
    Reauthenticate,
    Removal,
    Anew,
    Again,
    Backup,
    AskOperator,
}

using Microsoft.Coyote.Runtime;

namespace LoginVerification.Tests;

/// <summary>What a scenario leaves to chance: Coyote chooses it with the order of the steps.</summary>
internal sealed class Choices(ICoyoteRuntime runtime)
{
    public bool Perhaps() => runtime.RandomBoolean();

    public T OneOf<T>(params IReadOnlyList<T> them) => them[runtime.RandomInteger(them.Count)];
}

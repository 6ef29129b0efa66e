using System.Reflection;

namespace LoginVerification.Testing;

/// <summary>
/// What a port promises: one public method a clause. Derive the contract of a port, hand out the adapter, and run each of
/// <see cref="Clauses"/> as a test of whatever framework is used. Each clause asks for an adapter of its own.
/// </summary>
public abstract class PortContract
{
    /// <summary>An adapter that hangs is in breach, too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The promises, in alphabetical order.</summary>
    public IReadOnlyList<Clause> Clauses =>
    [
        .. GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.ReturnType == typeof(Task) && method.GetParameters() is [])
            .OrderBy(method => method.Name, StringComparer.Ordinal)
            .Select(method => MakeClause(method.Name.Replace('_', ' '), method.CreateDelegate<Func<Task>>(this))),
    ];

    /// <summary>Checks one promise.</summary>
    /// <param name="name">Its name among <see cref="Clauses"/>.</param>
    public Task CheckAsync(string name) => Clauses.Single(clause => clause.Name == name).CheckAsync();

    private static Clause MakeClause(string name, Func<Task> check) => new(name, async () =>
    {
        try
        {
            await check().WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException hung)
        {
            throw new ContractViolationException($"{name}: no end after {Patience}.", hung);
        }
        catch (Exception thrown) when (thrown is not ContractViolationException)
        {
            throw new ContractViolationException($"{name}: the adapter threw {thrown.GetType().Name}.", thrown);
        }
    });
}

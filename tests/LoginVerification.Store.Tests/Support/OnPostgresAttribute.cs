using System.Reflection;
using Xunit.Sdk;

namespace LoginVerification.Store.Tests;

/// <summary>A row of a theory that needs a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object[] row;

    public OnPostgresAttribute(params object[] row)
    {
        this.row = row;
        Skip = PostgresServer.Missing;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [row];
}

namespace LoginVerification.Store.Tests;

/// <summary>One row a clause of <see cref="EnrolmentsContract"/>, for each way to keep enrolments in a database.</summary>
public sealed class DatabaseContractTests
{
    public static TheoryData<string, string> OnSqlite => Rows(isPostgres: false);

    public static TheoryData<string, string> OnPostgres => Rows(isPostgres: true);

    [Theory]
    [MemberData(nameof(OnSqlite))]
    public Task The_store_keeps_the_clause(string store, string clause) => new DatabaseContract(StoreKind.Named(store)).CheckAsync(clause);

    [NeedsPostgresTheory]
    [MemberData(nameof(OnPostgres))]
    public Task The_store_on_a_server_keeps_the_clause(string store, string clause) => new DatabaseContract(StoreKind.Named(store)).CheckAsync(clause);

    private static TheoryData<string, string> Rows(bool isPostgres)
    {
        var rows = new TheoryData<string, string>();
        foreach (var kind in StoreKind.All.Where(kind => kind.IsPostgres == isPostgres))
        {
            foreach (var clause in new DatabaseContract(kind).Clauses)
                rows.Add(kind.Name, clause.Name);
        }

        return rows;
    }
}

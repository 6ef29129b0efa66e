namespace LoginVerification.Store.Tests;

/// <summary>One database for many scenes and stories, each of which finds it empty.</summary>
internal sealed class KeptScenes(StoreKind kind, string connection)
{
    private static readonly string[] Tables = ["LoginVerificationEnrolments", "LoginVerificationEvents", "LoginVerificationErasures", "LoginVerificationNumbers", "LoginVerificationOutbox"];

    public static async Task<KeptScenes> OfAsync(StoreKind kind) => new(kind, await kind.CreateAsync());

    /// <summary>Empties the database, and lets the service of the next scene keep its enrolments there.</summary>
    public void Choose(LoginVerificationBuilder builder)
    {
        foreach (var table in Tables)
            kind.Execute(connection, $"DELETE FROM \"{table}\"");
        kind.Choose(builder, connection);
    }
}

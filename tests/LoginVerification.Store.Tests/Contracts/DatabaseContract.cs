namespace LoginVerification.Store.Tests;

/// <summary>A store in a database keeps every promise, also towards another process over the same database.</summary>
internal sealed class DatabaseContract(StoreKind kind) : EnrolmentsContract
{
    private string connection = "";

    protected override async ValueTask<EnrolmentPorts> OpenAsync()
    {
        connection = await kind.CreateAsync();
        return kind.Open(connection);
    }

    protected override ValueTask<EnrolmentPorts> OpenAnotherAsync(EnrolmentPorts first) => new(kind.Open(connection));
}

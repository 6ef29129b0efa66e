using Xunit.Abstractions;

namespace LoginVerification.Store.Tests;

/// <summary>Histories in files; beside those on a server, so that both processors have something to do.</summary>
public sealed class SqliteHistoryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [InlineData("SQLite, a host's context")]
    public Task Whatever_happens_over_SQLite_is_what_the_model_foresees(string store) => StoredHistories.CheckAsync(store, output);
}

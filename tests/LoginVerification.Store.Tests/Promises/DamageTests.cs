using System.Security.Cryptography;

namespace LoginVerification.Store.Tests;

/// <summary>An account whose data was tampered with has its sign-in blocked: never is it taken for one without protection.</summary>
public sealed class DamageTests
{
    private const string Snapshot = "SELECT \"Snapshot\" FROM \"LoginVerificationEnrolments\" WHERE \"Account\" = @p0";
    private const string SetSnapshot = "UPDATE \"LoginVerificationEnrolments\" SET \"Snapshot\" = @p1 WHERE \"Account\" = @p0";
    private const string LastEvent = "SELECT \"Body\" FROM \"LoginVerificationEvents\" WHERE \"Account\" = @p0 ORDER BY \"Version\" DESC LIMIT 1";
    private const string SetLastEvent = "UPDATE \"LoginVerificationEvents\" SET \"Body\" = @p1 WHERE \"Account\" = @p0 AND \"Version\" = (SELECT MAX(\"Version\") FROM \"LoginVerificationEvents\" WHERE \"Account\" = @p0)";

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task An_event_that_was_deleted_from_a_history_is_missed(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        await scene.Enabled(Scene.Israeli);
        Assert.Equal(1, kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\" WHERE \"Version\" = 2"));
        await Assert.ThrowsAsync<StoredDataException>(() => scene.World.History(AccountId.Parse("alice")));
        Assert.IsType<ChannelEnabled>(Assert.Single(await scene.World.Histories.ReadAsync(AccountId.Parse("alice"), 3, int.MaxValue, default)));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task A_snapshot_in_which_a_byte_was_altered_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        Alter(kind, connection, Snapshot, SetSnapshot));

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task An_event_in_which_a_byte_was_altered_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        Alter(kind, connection, LastEvent, SetLastEvent));

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task Data_that_is_cut_short_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        kind.Execute(connection, SetSnapshot, "alice", Read(kind, connection, Snapshot, "alice")[..9]));

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task Data_of_another_account_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        kind.Execute(connection, SetSnapshot, "alice", Read(kind, connection, Snapshot, "bob"))
        + kind.Execute(connection, SetLastEvent, "alice", Read(kind, connection, LastEvent, "bob")));

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task A_snapshot_of_an_earlier_version_is_unreadable(string store)
    {
        byte[] earlier = [];
        return Blocked(
            store,
            (kind, connection) => kind.Execute(connection, SetSnapshot, "alice", earlier),
            (kind, connection) => earlier = Read(kind, connection, Snapshot, "alice"));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task Data_under_another_version_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        kind.Execute(connection, "UPDATE \"LoginVerificationEnrolments\" SET \"Version\" = \"Version\" + 1 WHERE \"Account\" = @p0", "alice")
        + kind.Execute(connection, "UPDATE \"LoginVerificationEvents\" SET \"Version\" = \"Version\" + 1 WHERE \"Account\" = @p0 AND \"Version\" = 3", "alice"));

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task A_snapshot_without_its_events_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\" WHERE \"Account\" = @p0", "alice"));

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task A_snapshot_without_its_last_event_is_unreadable(string store) => Blocked(store, (kind, connection) =>
        kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\" WHERE \"Account\" = @p0 AND \"Version\" = 3", "alice"));

    [Theory]
    [InlineData("SQLite")]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL")]
    [OnPostgres("PostgreSQL, sealed")]
    public Task Events_without_their_snapshot_are_unreadable(string store) => Blocked(store, (kind, connection) =>
        kind.Execute(connection, "DELETE FROM \"LoginVerificationEnrolments\" WHERE \"Account\" = @p0", "alice"));

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task Data_sealed_by_another_key_of_the_same_id_is_unreadable(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using (var scene = kind.Begin(connection))
            await scene.Enabled(Scene.Israeli);
        using var other = kind.Begin(connection, configure: options => options.SealingKeys["test"] = RandomNumberGenerator.GetBytes(LoginVerificationStoreOptions.SealingKeyBytes));

        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await LoginAsync(other));
        await Assert.ThrowsAsync<SealedDataException>(() => other.ByUser(new DisableVerification()));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task Data_sealed_by_a_key_that_is_not_configured_is_unreadable(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using (var scene = kind.Begin(connection))
            await scene.Enabled(Scene.Israeli);
        using var other = (kind with { IsSealed = false }).Begin(connection);

        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await LoginAsync(other));
        await Assert.ThrowsAsync<SealedDataException>(() => other.ByUser(new DisableVerification()));
    }

    [Theory]
    [InlineData("SQLite, sealed")]
    [OnPostgres("PostgreSQL, sealed")]
    public async Task A_forgery_that_is_not_sealed_is_unreadable(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        var (plain, elsewhere) = (kind with { IsSealed = false }, await kind.CreateAsync());
        using (var forger = plain.Begin(elsewhere))
        {
            await forger.Verified(Scene.Israeli);
            Assert.Equal(new LoginRequirement.PasswordOnly(), await LoginAsync(forger));
        }

        using var scene = kind.Begin(connection);
        await scene.Enabled(Scene.Israeli);
        kind.Execute(connection, "DELETE FROM \"LoginVerificationEvents\"");
        foreach (var row in plain.Query(elsewhere, "SELECT \"Version\", \"Body\" FROM \"LoginVerificationEvents\""))
            kind.Execute(connection, $"INSERT INTO \"LoginVerificationEvents\" VALUES ('alice', {row[0]}, {Literal((byte[])row[1])})");
        var forged = plain.Query(elsewhere, "SELECT \"Version\", \"Snapshot\" FROM \"LoginVerificationEnrolments\"").Single();
        kind.Execute(connection, $"UPDATE \"LoginVerificationEnrolments\" SET \"Version\" = {forged[0]}, \"Snapshot\" = {Literal((byte[])forged[1])}");

        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await LoginAsync(scene));

        string Literal(byte[] bytes) => kind.IsPostgres ? $"'\\x{Convert.ToHexString(bytes)}'" : $"X'{Convert.ToHexString(bytes)}'";
    }

    private static async Task Blocked(string store, Func<StoreKind, string, int> damage, Action<StoreKind, string>? midway = null)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        scene.Who = "bob";
        await scene.Verified(Scene.British);
        Assert.Equal(new LoginRequirement.PasswordOnly(), await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("bob")));
        scene.Who = "alice";
        await scene.Verified(Scene.Israeli);
        midway?.Invoke(kind, connection);
        Scene.Accepted(await scene.ByUser(new EnableVerification(VerificationChannel.Sms)));
        Assert.Equal(new LoginRequirement.Verify(VerificationChannel.Sms), await LoginAsync(scene));

        Assert.True(damage(kind, connection) > 0);

        Assert.Equal(new LoginRequirement.Blocked(BlockReason.EnrolmentUnreadable), await LoginAsync(scene));
        await Assert.ThrowsAnyAsync<Exception>(() => scene.ByUser(new DisableVerification()));
        scene.Who = "bob";
        Scene.Accepted(await scene.ByUser(new EnableVerification(VerificationChannel.Sms)));
    }

    private static int Alter(StoreKind kind, string connection, string read, string write)
    {
        var bytes = Read(kind, connection, read, "alice");
        bytes[bytes.Length / 2] ^= 1;
        return kind.Execute(connection, write, "alice", bytes);
    }

    private static byte[] Read(StoreKind kind, string connection, string sql, string account) => (byte[])kind.Query(connection, sql, account).Single()[0];

    private static async Task<LoginRequirement> LoginAsync(Scene scene) => await scene.World.Service.GetLoginRequirementAsync(AccountId.Parse("alice"));
}

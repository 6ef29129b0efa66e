using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification.Store.Tests;

/// <summary>The options of the store from a section of the configuration: read strictly, every error at once, and no key repeated.</summary>
public sealed class StoreSectionTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private static readonly Dictionary<string, Func<LoginVerificationBuilder, IConfigurationSection, LoginVerificationBuilder>> Ways = new()
    {
        ["SQLite"] = (builder, section) => builder.UseSqlite("Data Source=enrolments.db", section),
        ["PostgreSQL"] = (builder, section) => builder.UsePostgreSql("Host=localhost", section),
        ["a host's context"] = (builder, section) => builder.UseEntityFrameworkCore<HostContext>(section),
    };

    public static TheoryData<string> Stores => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Stores))]
    public void Every_option_can_be_written_in_a_section(string store)
    {
        var options = Read(store, new()
        {
            ["SealingKeys:2026-05"] = Convert.ToBase64String(Key),
            ["SealingKeys:2026-11"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["CurrentSealingKey"] = "2026-11",
            ["ReadsUnsealed"] = "true",
            ["HousekeepingInterval"] = "00:10:00",
            ["RunsHousekeeping"] = "false",
        }).Value;

        Assert.Equal(Key, options.SealingKeys["2026-05"]);
        Assert.Equal((2, "2026-11"), (options.SealingKeys.Count, options.CurrentSealingKey));
        Assert.Equal((true, 600, false), (options.ReadsUnsealed, options.HousekeepingInterval.TotalSeconds, options.RunsHousekeeping));
        // An option that no section can set is noticed here.
        Assert.Equal(5, typeof(LoginVerificationStoreOptions).GetProperties().Length);
    }

    [Fact]
    public void Every_error_is_told_at_once_with_its_place_and_without_the_key()
    {
        var errors = Assert.Throws<OptionsValidationException>(() => Read("SQLite", new()
        {
            ["SealingKey"] = "a secret",
            ["SealingKeys:old"] = "not base64 at all!",
            ["SealingKeys:short"] = "c2hvcnQ=",
            ["CurrentSealingKey"] = "missing",
            ["ReadsUnsealed"] = "perhaps",
            ["HousekeepingInterval"] = "2",
        }).Value).Failures.ToList();
        string[] expected =
        [
            "Store:SealingKey is no setting. There are SealingKeys, CurrentSealingKey, ReadsUnsealed, ",
            "Store:SealingKeys:old is no base64.",
            "Store:ReadsUnsealed is neither true nor false.",
            "Store:HousekeepingInterval is no duration. Write hh:mm:ss",
            "SealingKeys[\"short\"] has 5 bytes.",
            "CurrentSealingKey names no key",
        ];
        Assert.All(expected, told => Assert.Contains(errors, error => error.StartsWith(told, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, errors.Count);
        Assert.DoesNotContain(errors, error => error.Contains("secret", StringComparison.Ordinal) || error.Contains("not base64 at all", StringComparison.Ordinal) || error.Contains("c2hvcnQ=", StringComparison.Ordinal));
    }

    [Fact]
    public void A_section_that_is_not_there_is_told() =>
        Assert.Equal(["Store is not in the configuration."], Assert.Throws<OptionsValidationException>(() => Read("SQLite", []).Value).Failures);

    private static IOptions<LoginVerificationStoreOptions> Read(string store, Dictionary<string, string?> section)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(section.Select(entry => KeyValuePair.Create($"Store:{entry.Key}", entry.Value))).Build();
        var builder = new ServiceCollection().AddLoginVerification(_ => { });
        return Ways[store](builder, configuration.GetSection("Store")).Services.BuildServiceProvider().GetRequiredService<IOptions<LoginVerificationStoreOptions>>();
    }
}

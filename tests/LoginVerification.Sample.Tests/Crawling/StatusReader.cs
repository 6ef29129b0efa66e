using System.Security.Cryptography;
using LoginVerification.Sample.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Sample.Tests.Crawling;

/// <summary>Where an enrolment of the running sample stands, read from its database by a service of the tests' own: not from the page that is looked at.</summary>
internal sealed class StatusReader : IDisposable
{
    private readonly string folder;
    private readonly ServiceProvider services;

    public StatusReader(SampleProcess sample, EnrolmentPolicy policy)
    {
        folder = Path.Combine(sample.Folder, "data", policy.Name);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(new SampleClock(sample));
        collection.AddLoginVerification(o =>
            {
                o.SmsHost = "localhost";
                o.CodeKeys["reader"] = RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes);
            })
            .UsePolicy(policy).AllowResearchPolicy().UsePhoneNumbers().UseConsole("Development").UseSqlite($"Data Source={Path.Combine(folder, "enrolments.db")}");
        services = collection.BuildServiceProvider();
    }

    /// <summary>The case of the enrolment; whether the SMS arrived, the database does not know.</summary>
    public async Task<ConditionCase> ReadAsync(AccountId account, Surface surface, bool smsDelivered)
    {
        var status = await services.GetRequiredService<IEnrolmentService>().ForUser(account, surface, authenticatedAt: (Instant?)null).GetStatusAsync();
        return new ConditionCase(status.State, status.PendingPhone is not null, status.Phone is not null, smsDelivered && status.PendingPhone is not null, status.State is EnrolmentState.VerificationEnabled ? VerificationChannel.Sms : null, device: false);
    }

    public async Task<AccountId> FindAsync(string email)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "sample.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM \"AspNetUsers\" WHERE \"Email\" = $email";
        command.Parameters.AddWithValue("$email", email);
        return AccountId.Parse((string)(await command.ExecuteScalarAsync())!);
    }

    public void Dispose() => services.Dispose();

    private sealed class SampleClock(SampleProcess sample) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + sample.Ahead;
    }
}

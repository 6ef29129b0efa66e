using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LoginVerification.Docs.Tests;

/// <summary>
/// A host makes a migration of its own as <c>docs/databases.md</c> says, and enrols somebody. With tools as a developer has them, so that it needs the
/// package registry, and most of a minute.
/// </summary>
public sealed partial class HostMigrationTests : IDisposable
{
    private const string Source = "tests/LoginVerification.Docs.Tests/Databases/ShopContext.cs";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Configuration = typeof(HostMigrationTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly string folder = Directory.CreateTempSubdirectory("login-verification-host-").FullName;

    [Fact]
    public async Task A_host_adds_a_migration_applies_it_and_enrols()
    {
        var version = Version().Match(Repository.Read("Directory.Packages.props")).Groups[1].Value;
        await WriteHostAsync(version);
        await RunAsync("dotnet", "tool", "install", "dotnet-ef", "--version", version, "--tool-path", Path.Combine(folder, "tools"));
        var ef = Path.Combine(folder, "tools", "dotnet-ef");

        await RunAsync("dotnet", "restore");
        await RunAsync(ef, "migrations", "add", "LoginVerification", "--configuration", Configuration);
        var migration = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder, "Migrations"), "*_LoginVerification.cs")));
        Assert.All(
            ["Enrolments", "Events", "Erasures", "Numbers", "Outbox", "SealingKeys"],
            table => Assert.Contains($"name: \"LoginVerification{table}\"", migration, StringComparison.Ordinal));
        await RunAsync(ef, "database", "update", "--configuration", Configuration);

        Assert.Equal("VerificationEnabled", (await RunAsync("dotnet", "run", "--no-build", "--configuration", Configuration)).Trim());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task WriteHostAsync(string version)
    {
        var source = Repository.Read(Source);
        await File.WriteAllTextAsync(Path.Combine(folder, "ShopContext.cs"), source);
        await File.WriteAllTextAsync(Path.Combine(folder, "Shop.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Repository.PathOf("src/LoginVerification.EntityFrameworkCore/LoginVerification.EntityFrameworkCore.csproj")}" />
                <ProjectReference Include="{Repository.PathOf("src/LoginVerification.PhoneNumbers/LoginVerification.PhoneNumbers.csproj")}" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="{version}" PrivateAssets="all" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="{version}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"),
            """
            using DatabaseExample;
            using LoginVerification;
            using LoginVerification.Ports;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;
            using NodaTime;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Logging.ClearProviders();
            ShopSetup.AddVerification(builder.Services, "Data Source=shop.db");
            var phone = new Phone();
            builder.Services.AddSingleton<ISmsSender>(phone).AddSingleton<INotifier>(phone);
            using var host = builder.Build();
            await host.StartAsync();
            var user = host.Services.GetRequiredService<IEnrolmentService>()
                .ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), SystemClock.Instance.GetCurrentInstant(), AuthenticationFactors.MultiFactor);
            await user.SubmitPhoneAsync("+972502345678");
            await user.ConfirmCodeAsync(phone.Code);
            Console.WriteLine((await user.EnableAsync(VerificationChannel.Sms)).State);
            await host.StopAsync();

            internal sealed class Phone : ISmsSender, INotifier
            {
                public string Code { get; private set; } = "";

                public bool IsLive => false;

                public Task<SmsReceipt> SendAsync(SmsMessage message, CancellationToken cancellationToken)
                {
                    Code = message.Text[..6];
                    return Task.FromResult<SmsReceipt>(new SmsReceipt.Accepted());
                }

                public Task<NoticeReceipt> NotifyAsync(Notice notice, CancellationToken cancellationToken) => Task.FromResult(NoticeReceipt.Sent);
            }
            """);
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What this test's own build set is not for another one, and nothing stays behind that holds the output open.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        (start.Environment["MSBUILDDISABLENODEREUSE"], start.Environment["UseSharedCompilation"]) = ("1", "false");
        (start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"], start.Environment["DOTNET_NOLOGO"]) = ("1", "1");
        using var running = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        var (output, errors) = (running.StandardOutput.ReadToEndAsync(deadline.Token), running.StandardError.ReadToEndAsync(deadline.Token));
        try
        {
            await running.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            running.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(running.ExitCode == 0, $"{Path.GetFileName(program)} {string.Join(' ', arguments)}\n{await output}\n{await errors}");
        return await output;
    }

    [GeneratedRegex("<FrameworkPackagesVersion>(.+)</FrameworkPackagesVersion>")]
    private static partial Regex Version();
}

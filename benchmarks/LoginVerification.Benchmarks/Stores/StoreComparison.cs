using System.Globalization;
using LoginVerification.Store.Tests;
using Microsoft.Data.Sqlite;

namespace LoginVerification.Benchmarks.Stores;

/// <summary>
/// Full enrolments (submit, confirm, enable) or sign-ins (the code is asked for, and given) a second, beside ASP.NET Core Identity's, on the same SQLite settings
/// and the same PostgreSQL, in turns in one run.
/// <c>dotnet run -c Release --project benchmarks/LoginVerification.Benchmarks -- stores</c>, or <c>-- sign-ins</c>
/// </summary>
internal static class StoreComparison
{
    public const string Verb = "stores";
    public const string SignInVerb = "sign-ins";
    private const int Rounds = 3;

    /// <summary>So many users sign in in turn, again and again.</summary>
    private const int SigningIn = 500;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    public static Task EnrolAsync() => RunAsync("enrolments", async side =>
    {
        var users = await side.PrepareAsync();
        return index => index < users.Count ? [() => side.EnrolAsync(users[index])] : [];
    });

    public static Task SignInAsync()
    {
        var enrolled = new Dictionary<IEnrolments, IReadOnlyList<string>>();
        return RunAsync("sign-ins", async side =>
        {
            if (!enrolled.TryGetValue(side, out var users))
            {
                enrolled.Add(side, users = [.. (await side.PrepareAsync()).Take(SigningIn)]);
                foreach (var user in users)
                    await side.EnrolAsync(user);
            }

            return index => [() => side.SignInAsync(users[index % SigningIn])];
        });
    }

    /// <param name="what">What is counted.</param>
    /// <param name="prepare">Makes ready, and answers the work by its number.</param>
    private static async Task RunAsync(string what, Func<IEnrolments, Task<Func<int, IReadOnlyList<Func<Task>>>>> prepare)
    {
        var folder = Directory.CreateTempSubdirectory("stores-").FullName;
        // As a server comes: what is committed is on the disk.
        using var server = new PostgresServer([]);
        try
        {
            Console.WriteLine($"| database | at once | | {what}/s | ms each, median | 99 % | KB each |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            foreach (var atOnce in new[] { 1, 16 })
            {
                await CompareAsync(prepare, "SQLite", atOnce, name => Task.FromResult($"Data Source={Path.Combine(folder, $"{name}{atOnce}.db")}"));
                await CompareAsync(prepare, "PostgreSQL", atOnce, _ => server.CreateDatabaseAsync());
                await CompareAsync(prepare, "PostgreSQL, statements prepared", atOnce, async _ => await server.CreateDatabaseAsync() + ";Max Auto Prepare=100;No Reset On Close=true");
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(Func<IEnrolments, Task<Func<int, IReadOnlyList<Func<Task>>>>> prepare, string database, int atOnce, Func<string, Task<string>> connection)
    {
        var isPostgres = database.StartsWith("PostgreSQL", StringComparison.Ordinal);
        await using var library = await LibraryEnrolments.OpenAsync(await connection("library"), isPostgres, isSealed: false);
        await using var @sealed = await LibraryEnrolments.OpenAsync(await connection("sealed"), isPostgres, isSealed: true);
        await using var whole = await LibraryEnrolments.OpenAsync(await connection("whole"), isPostgres, isSealed: true, sendsNotices: true);
        await using var identity = await IdentityEnrolments.OpenAsync(await connection("identity"), isPostgres);
        (string Name, IEnrolments Side)[] sides = [("ASP.NET Core Identity", identity), ("this library", library), ("this library, sealed", @sealed), ("this library, sealed, and its notices sent", whole)];
        var results = sides.ToDictionary(side => side.Name, _ => new List<Measured>());
        foreach (var (_, side) in sides)
            await MeasureAsync(prepare, side, atOnce, TimeSpan.FromSeconds(3));
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, side) in sides)
                results[name].Add(await MeasureAsync(prepare, side, atOnce, Round));
        }

        foreach (var (name, rounds) in results)
        {
            var median = rounds.OrderBy(measured => measured.PerSecond).ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {database} | {atOnce} | {name} | {median.PerSecond:F0} ({rounds.Min(r => r.PerSecond):F0} to {rounds.Max(r => r.PerSecond):F0}) | {median.Median:F1} | {median.Slow:F1} | {median.Kilobytes:F0} |"));
        }
    }

    private static async Task<Measured> MeasureAsync(Func<IEnrolments, Task<Func<int, IReadOnlyList<Func<Task>>>>> prepare, IEnrolments side, int atOnce, TimeSpan howLong) =>
        await Load.RunAsync(atOnce, howLong, await prepare(side));
}

/// <summary>One way to enrol users by phone.</summary>
internal interface IEnrolments : IAsyncDisposable
{
    /// <summary>Users who are not enrolled, more than a round can enrol.</summary>
    Task<IReadOnlyList<string>> PrepareAsync();

    /// <summary>Three requests, each as a web application makes them: submit a number, confirm its code, turn verification on.</summary>
    Task EnrolAsync(string user);

    /// <summary>Two requests of who is enrolled and gave the password: the code is asked for, and given.</summary>
    Task SignInAsync(string user);
}

using LoginVerification.Store.Tests;

namespace LoginVerification.Benchmarks.Stores.Share;

/// <summary>What the library says for an enrolment and for a sign-in, heard on the wire.</summary>
/// <param name="Enrolment">Its three commands.</param>
/// <param name="SignIn">Its one question.</param>
internal sealed record Recording(Script Enrolment, Script SignIn)
{
    public static string NewAccount() => Guid.NewGuid().ToString();

    /// <summary>Records the library, and then the bare program as it repeats it: both have to say the same.</summary>
    /// <param name="server">The server.</param>
    /// <param name="library">A database for the library.</param>
    /// <param name="bare">One for the bare program.</param>
    public static async Task<Recording> MakeAsync(PostgresServer server, string library, string bare)
    {
        using var tap = new WireTap(server.Port);
        var (account, other) = (NewAccount(), NewAccount());
        await using var tapped = await LibraryEnrolments.OpenAsync(tap.To(library), isPostgres: true, isSealed: false);
        // The first one opens connections and learns the server's types.
        await HearAsync(tap, tapped.CommandsOf(AccountId.Parse(NewAccount()), 1));
        var heard = await HearAsync(tap, [.. tapped.CommandsOf(AccountId.Parse(account), 2), () => tapped.AskAsync(AccountId.Parse(account))]);

        var recording = new Recording(new Script(account, heard[..^1]), new Script(account, heard[^1..]));
        await HearAsync(tap, recording.Enrolment.CommandsOf(tap.To(bare), NewAccount()));
        var repeated = await HearAsync(tap, [.. recording.Enrolment.CommandsOf(tap.To(bare), other), .. recording.SignIn.CommandsOf(tap.To(bare), other)]);
        var (said, again) = (TextOf(heard), TextOf(repeated));
        if (said != again)
            throw new InvalidOperationException($"The bare program says something else than the library:\n{said}\n\n{again}");
        return recording;
    }

    private static string TextOf(IEnumerable<IReadOnlyList<Exchange>> parts) => string.Join('\n', parts.SelectMany(part => part));

    private static async Task<IReadOnlyList<Exchange>[]> HearAsync(WireTap tap, IReadOnlyList<Func<Task>> commands)
    {
        tap.Take();
        var heard = new List<IReadOnlyList<Exchange>>();
        foreach (var command in commands)
        {
            await command();
            heard.Add(tap.Take());
        }

        return [.. heard];
    }
}

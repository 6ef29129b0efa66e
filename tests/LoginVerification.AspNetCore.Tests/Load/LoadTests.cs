using System.Diagnostics;
using LoginVerification.Store.Tests;
using Xunit.Abstractions;

namespace LoginVerification.AspNetCore.Tests.Load;

/// <summary>Apart from the other tests, whose memory is this process's as well.</summary>
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
public static class LoadCollection;

/// <summary>Several clients at once, each with an account of its own or all on the same one: for some seconds, or a minute where everything is tried.</summary>
[Collection(nameof(LoadTests))]
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Alone = 4;
    private const int Together = 4;
    private const int StepsTogether = 12;

    /// <summary>
    /// What the managed heap may have grown by from the first quarter to the end. A minute has ten thousands of requests: a kilobyte that each left behind would be
    /// several times as much.
    /// </summary>
    private const long MostGrowth = 4 << 20;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(Full.IsAsked ? 60 : 4);

    /// <summary>What is asked at one account at once; what decides most is asked most.</summary>
    private static readonly Command[] Scramble =
    [
        .. Enum.GetValues<Command>(), Command.Confirm, Command.Enable, Command.Enable, Command.Enable, Command.Disable, Command.Disable, Command.BeginSignIn, Command.AnswerSignIn, Command.AnswerSignIn,
    ];

    [Theory]
    [InlineData("memory")]
    [InlineData("SQLite")]
    [OnPostgres("PostgreSQL")]
    public async Task Every_answer_is_kept_whoever_asks_at_once(string store)
    {
        using var host = await LoadHost.OpenAsync(store);
        var ledger = new LoadLedger(host);
        List<long> heaps = [];
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var clock = Stopwatch.StartNew();
            await Task.WhenAll([.. Enumerable.Range(0, Alone).Select(each => AloneAsync(host, ledger, each)), TogetherAsync(host, ledger)]);
            heaps.Add(GC.GetTotalMemory(forceFullCollection: true));

            async Task AloneAsync(LoadHost host, LoadLedger ledger, int each)
            {
                using var client = new LoadClient(host);
                for (var lives = each; clock.Elapsed < Length / 4; lives++)
                    await LiveAsync(host, ledger, account => EnrolAsync(client, account, waits: lives % 8 == 0));
            }

            async Task TogetherAsync(LoadHost host, LoadLedger ledger)
            {
                var clients = Enumerable.Range(0, Together).Select(_ => new LoadClient(host)).ToArray();
                while (clock.Elapsed < Length / 4)
                    await LiveAsync(host, ledger, account => Task.WhenAll(clients.Select(client => ScrambleAsync(client, account))));
                Array.ForEach(clients, client => client.Dispose());
            }
        }

        output.WriteLine($"{store}: {ledger.Events} events; heaps {string.Join(", ", heaps.Select(heap => heap >> 10))} KiB");
        output.WriteLine($"yes: {string.Join(", ", ledger.Yes)}; no: {string.Join(", ", ledger.No)}");
        Assert.Empty(host.Http.Log.Entries);
        Assert.Equal(Enum.GetValues<Command>().Except([Command.Cancel]), ledger.Yes.Keys.Except([Command.Cancel]).Order());
        Assert.True(ledger.No.GetValueOrDefault("WrongCode") > 0, "Nobody mistyped.");
        // The accounts of the store in memory are the growth.
        if (store != "memory")
            Assert.True(heaps[^1] - heaps[0] < MostGrowth, $"From {heaps[0]} to {heaps[^1]} bytes.");
    }

    /// <summary>From an account's first request to the comparison of all its answers.</summary>
    private static async Task LiveAsync(LoadHost host, LoadLedger ledger, Func<LoadAccount, Task> live)
    {
        var account = new LoadAccount();
        await live(account);
        await ledger.CheckAsync(account);
        host.Phones.Forget(account.Number);
    }

    /// <summary>Nobody else is at this account, so that each answer is foreseen.</summary>
    private static async Task EnrolAsync(LoadClient client, LoadAccount account, bool waits)
    {
        await YesAsync(Command.Submit);
        // Too soon, on all but a very slow machine. Where it was not, the next wait is twice as long, and is not waited for.
        var early = await client.AskAsync(account, Command.Resend);
        if (waits && !early.IsYes)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.1));
            await YesAsync(Command.Resend);
        }

        await NoAsync(Command.Confirm, RefusalCode.WrongCode, isWrong: true);
        await YesAsync(Command.Confirm);
        await NoAsync(Command.Confirm, RefusalCode.NoPendingPhone);
        await YesAsync(Command.Enable);
        await NoAsync(Command.Remove, RefusalCode.PhoneProtectsLogin);
        Assert.Equal("VerificationEnabled", (await YesAsync(Command.Status)).State);
        await YesAsync(Command.BeginSignIn);
        await NoAsync(Command.AnswerSignIn, RefusalCode.WrongCode, isWrong: true);
        await YesAsync(Command.AnswerSignIn);
        await YesAsync(Command.History);
        await YesAsync(Command.Disable);
        await YesAsync(Command.Remove);
        Assert.Equal("NoPhone", (await YesAsync(Command.Status)).State);

        async Task<Told> YesAsync(Command command)
        {
            var told = await client.AskAsync(account, command);
            Assert.True(told.IsYes, told.ToString());
            return told;
        }

        async Task NoAsync(Command command, RefusalCode code, bool isWrong = false) => Assert.Equal(code.ToString(), (await client.AskAsync(account, command, isWrong)).Code);
    }

    /// <summary>Others do the same at this account at this moment: any answer may come, and each has to be true.</summary>
    private static async Task ScrambleAsync(LoadClient client, LoadAccount account)
    {
        client.Forget();
        await client.AskAsync(account, Command.Submit);
        await client.AskAsync(account, Command.Confirm);
        for (var step = 0; step < StepsTogether; step++)
            await client.AskAsync(account, Scramble[Random.Shared.Next(Scramble.Length)], isWrong: Random.Shared.Next(8) == 0);
    }
}

using System.CommandLine;

namespace LoginVerification.Cli;

/// <summary><c>walk</c>: enrols a number through the real service, screen by screen.</summary>
internal static class WalkVerb
{
    public static Verb Create(Terminal terminal)
    {
        var policy = SharedOptions.Policy();
        var number = new Option<string?>("--number")
        {
            Description = $"The phone number: with + and the calling code, or national with --country. Nothing is sent to it. Without it: {WalkInput.DefaultNumber}, or the example number of --country.",
            HelpName = "+972…",
        };
        var country = new Option<string?>("--country") { Description = "The country that the person states, by its ISO 3166-1 letters.", HelpName = "CC" };
        var carrier = new Option<string?>("--carrier") { Description = "The carrier that the person states.", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "The surface where the person begins. Without it: the policy's first one.", HelpName = "SURFACE" };
        var store = new Option<string?>("--store")
        {
            Description = "A database that keeps the enrolment, so that a walk that was broken off goes on with the same command: sqlite:FILE, with its key beside it in FILE.key, or postgresql:CONNECTION, for demonstrations alone: its key is the same for everybody. Without it: this process's memory.",
            HelpName = StoreInput.Forms,
        };
        var signIn = new Option<string?>("--sign-in") { Description = $"Goes on to a sign-in once verification is enabled: {string.Join(", ", WalkInput.SignInWays.Keys)}.", HelpName = "WAY" };
        var account = SharedOptions.Account("the first value of each");
        var json = SharedOptions.Json();
        var verb = new Verb("walk", "Enrols a number through the real service, screen by screen, and tells each refusal and its way out.")
        {
            policy, number, country, carrier, from, signIn, store, account, json,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new WalkOptions(parsed.GetRequiredValue(policy))
            {
                Number = parsed.GetValue(number),
                Country = parsed.GetValue(country),
                Carrier = parsed.GetValue(carrier),
                From = parsed.GetValue(from),
                Store = parsed.GetValue(store),
                SignIn = parsed.GetValue(signIn),
                Account = parsed.GetValue(account) ?? [],
            },
            parsed.GetValue(json),
            terminal,
            cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(WalkOptions written, bool json, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = WalkInput.Read(written);
        var time = TimeProvider.System;
        await using var service = await WalkService.OpenAsync(request, time, cancellationToken);
        try
        {
            var walk = request.Store is null
                ? await InMemoryAsync(request, service, json, terminal, time, cancellationToken)
                : await StoredAsync(request, service, json, terminal, time, cancellationToken);
            return walk is { DeadEnd: null, SignIn: null or { DeadEnd: null } } ? ExitCode.Fine : ExitCode.No;
        }
        catch (Exception failure) when (request.Store?.ComplaintOf(failure, when: "failed on the way: it ") is { } complaint)
        {
            await terminal.ComplainAsync($"{complaint} What was saved is kept, and the same command goes on from there.");
            return ExitCode.Unwritable;
        }
    }

    private static async Task<WalkResult> WalkAsync(WalkRequest request, WalkService service, TimeProvider time, Action<WalkStep>? tell, CancellationToken cancellationToken)
    {
        var walk = await Walker.WalkAsync(request, service, time, tell, cancellationToken);
        return walk.DeadEnd is null && request.SignIn is not null
            ? walk with { SignIn = await SignInWalk.WalkAsync(request, service, time, tell, cancellationToken) }
            : walk;
    }

    /// <summary>Told at its end, in columns as wide as its steps.</summary>
    private static async Task<WalkResult> InMemoryAsync(WalkRequest request, WalkService service, bool json, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        var walk = await WalkAsync(request, service, time, null, cancellationToken);
        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(WalkJson.Of(request, null, walk), WalkJsonContext.Default.WalkJson));
        else
            WalkText.Tell(terminal.ForPeople(), request, walk);
        return walk;
    }

    /// <summary>Told step by step: one that is killed has told how far it came.</summary>
    private static async Task<WalkResult> StoredAsync(WalkRequest written, WalkService service, bool json, Terminal terminal, TimeProvider time, CancellationToken cancellationToken)
    {
        var (request, found) = await WalkBeginning.FindAsync(written, service, cancellationToken);
        var text = json ? null : WalkText.ForSteps(terminal.ForPeople(), request.Policy.Screens);
        text?.Begin(request, found);
        var walk = await WalkAsync(request, service, time, text is null ? null : text.Tell, cancellationToken);
        text?.End(walk);
        if (json)
            await terminal.Output.WriteLineAsync(Json.Write(WalkJson.Of(request, found, walk), WalkJsonContext.Default.WalkJson));
        return walk;
    }
}

using System.CommandLine;
using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary><c>chances</c>: which share of users ends enrolled under a stated behaviour. It is a survey, so that a small share is no failure.</summary>
internal static class ChancesVerb
{
    public static Verb Create(Terminal terminal)
    {
        var usual = EnrolmentBehaviour.Default;
        var policy = SharedOptions.Policy();
        var country = new Option<string?>("--country") { Description = "The country of the number, by its ISO 3166-1 letters. Without it: every class of numbers that is served.", HelpName = "CC" };
        var carrier = new Option<string?>("--carrier") { Description = "Its carrier. Without it: one that no rule names.", HelpName = "NAME" };
        var from = new Option<string?>("--from") { Description = "The surface at whose home users begin. Without it: each in turn.", HelpName = "SURFACE" };
        var account = SharedOptions.Account("every kind that is told apart; with --country, the first value of each");
        var loss = Figure("--loss", "P[,CC=P…]", $"The probability that an SMS never arrives, and for countries where it is another one. Without it: {usual.SmsLoss}.");
        var mistype = Figure("--mistype", "P", $"The probability that a code is mistyped. Without it: {usual.Mistype}.");
        var giveUp = Figure("--give-up", "P", $"The probability that a user gives up before a step. Without it: {usual.GiveUp}.");
        var giveUpAtRefusal = Figure("--give-up-at-refusal", "P", $"The probability that a user gives up at a refusal. Without it: {usual.GiveUpAtRefusal}.");
        var mostSms = Figure("--most-sms", "N", $"How many SMS a user asks for at most. Without it: {usual.MostSms}.");
        var weights = Figure("--weights", "KEY=N,…", $"How users choose. Without it: {BehaviourReading.DefaultWeights}.");
        var price = Figure("--sms-price", "N[,CC=N…]", $"The price of an SMS, and for countries where it is another one. Without it: {usual.SmsPrice}.");
        var device = SharedOptions.Device();
        var json = SharedOptions.Json();
        var csv = new Option<bool>("--csv") { Description = "Answers in CSV (RFC 4180), on standard output alone." };
        var prism = new Option<bool>("--prism") { Description = "Writes the Markov chains themselves, for the model checker PRISM." };
        var verb = new Verb("chances", "Tells which share of users ends enrolled, with how many steps and SMS, and where the others are lost.")
        {
            policy, country, carrier, from, account, loss, mistype, giveUp, giveUpAtRefusal, mostSms, weights, price, device, json, csv, prism,
        };
        // On a thread of its own, so that Ctrl-C is heard while it works.
        verb.SetAction((parsed, cancellationToken) => Task.Run(() => Run(
            new ChancesOptions(parsed.GetRequiredValue(policy))
            {
                Country = parsed.GetValue(country),
                Carrier = parsed.GetValue(carrier),
                From = parsed.GetValue(from),
                Account = parsed.GetValue(account) ?? [],
                Behaviour = new BehaviourOptions
                {
                    Loss = parsed.GetValue(loss),
                    Mistype = parsed.GetValue(mistype),
                    GiveUp = parsed.GetValue(giveUp),
                    GiveUpAtRefusal = parsed.GetValue(giveUpAtRefusal),
                    MostSms = parsed.GetValue(mostSms),
                    Weights = parsed.GetValue(weights),
                    SmsPrice = parsed.GetValue(price),
                    Device = parsed.GetRequiredValue(device),
                },
                Json = parsed.GetValue(json),
                Csv = parsed.GetValue(csv),
                Prism = parsed.GetValue(prism),
            },
            terminal,
            cancellationToken), CancellationToken.None));
        return verb;

        static Option<string?> Figure(string name, string help, FormattableString description) =>
            new(name) { Description = FormattableString.Invariant(description), HelpName = help };
    }

    private static int Run(ChancesOptions written, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = ChancesInput.Read(written);
        var chances = PolicyTooLarge.Told(() => EnrolmentChances.Of(request.Policy, request.Behaviour, cancellationToken: cancellationToken));
        if (written.Prism)
        {
            PolicyTooLarge.Told(() => PolicyExport.WriteChains(chances, terminal.Output, cancellationToken));
            return ExitCode.Fine;
        }

        var rows = PolicyTooLarge.Told<IReadOnlyList<EnrolmentChance>>(() => request.Country is { } country
            ? [.. request.From.Select(surface => chances.Find(surface, country, request.Carrier, request.Account, cancellationToken))]
            : [.. request.From.SelectMany(surface => chances.Survey(surface, request.Account, cancellationToken))]);
        var warnings = ChancesWarnings.Of(request, rows);
        foreach (var warning in warnings)
            terminal.Error.WriteLine($"warning: {warning}");
        if (written.Json)
            terminal.Output.WriteLine(Json.Write(ChancesJson.Of(request, rows, warnings), ChancesJsonContext.Default.ChancesJson));
        else if (written.Csv)
            terminal.Output.Write(ChancesCsv.Write(request, rows));
        else
            new ChancesText(terminal.ForPeople()).Tell(request, rows);
        return ExitCode.Fine;
    }
}

namespace LoginVerification.Tests;

/// <summary>Whatever happened before, and whatever is refused: each way out that is named is taken through the real service, and leads on.</summary>
public sealed class WaysOutTakenTests
{
    private const int Stories = 25;
    private static readonly string[] Numbers = ["+972502345678", "+14155552671", "+447911123456", "+33612345678", "+449012345678"];

    public static TheoryData<string> Policies => [.. WayPolicies.All.Keys];

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task Following_a_way_out_never_meets_the_refusal_that_it_led_out_of(string name)
    {
        var (policy, served) = WayPolicies.All[name];
        var taken = 0;
        for (var seed = 0; seed < Stories; seed++)
        {
            using var asked = await Tell(policy, seed);
            foreach (var (surface, command) in Questions(policy, asked))
            {
                if ((await asked.Host.As(surface, command)).Refusal is not { } refusal)
                {
                    // It was no refusal, and the story has gone on.
                    break;
                }

                foreach (var way in refusal.WaysOut)
                {
                    using var again = await Tell(policy, seed);
                    var because = $"{name}, story {seed} [{again}], {command} on {surface}: {refusal.Code}, {way}";
                    var repeated = CommandAgain(command, again.Host);
                    await again.Host.As(surface, repeated);
                    await Take(way, again.Host, surface, repeated, served, refusal, because);
                    taken++;
                }
            }
        }

        Assert.True(served is null || taken > Stories, $"only {taken} ways out were named");
    }

    private static async Task Take(WayOut way, ServiceHost host, string surface, UserCommand command, string? served, Refusal refusal, string because)
    {
        switch (way)
        {
            case WayOut.Act act:
                Assert.True((await host.As(act.Surface.Name, await CommandOf(act, host, command, served))).Refusal is null, because);
                return;
            case WayOut.Correct:
                Assert.True(refusal.Code.Kind() is RefusalKind.Correct, because);
                return;
            case WayOut.Retry retry:
                host.Time.SetUtcNow(retry.At.ToDateTimeOffset());
                break;
            case WayOut.RestoreDelivery:
                var number = (command as SubmitPhone)?.Number.Text ?? ((await host.StoredAsync()) is var stored && (stored.Pending?.Details ?? stored.Phone?.Details) is { } held ? held.Number.E164 : "");
                Assert.True((await host.Carrier(new RestoreDelivery(number))).Refusal is null, because);
                break;
            case WayOut.RegisterDevice:
                host.Devices.Registered = true;
                break;
            case WayOut.AskOperator:
                await AskOperator(host, surface, command, because);
                return;
            default:
                throw new InvalidOperationException($"Say how one takes it: {way}");
        }

        if ((await host.As(surface, CommandAgain(command, host))).Refusal is { } still)
            Assert.True(still.Code != refusal.Code || (still.WaysOut.Count > 0 && !still.WaysOut.Contains(way)), $"{because}: again {still.Code}");
    }

    /// <summary>Staff have a command that is the one asked for, or after which it is accepted, or the user has a way of their own.</summary>
    private static async Task AskOperator(ServiceHost host, string surface, UserCommand command, string because)
    {
        EnrolmentCommand[] staff = [new Unlock(), new CancelPending(), new DisableVerification(), new RemovePhone()];
        foreach (var given in staff)
        {
            if ((await host.Operator(given)).Refusal is not null)
                continue;
            if (given.GetType() == command.GetType() || (await host.As(surface, CommandAgain(command, host))).Refusal is not { } still || still.WaysOut.Any(way => way is WayOut.Act))
                return;
        }

        Assert.Fail(because);
    }

    private static async Task<UserCommand> CommandOf(WayOut.Act act, ServiceHost host, UserCommand refused, string? served)
    {
        var stored = await host.StoredAsync();
        if (act.WithAnotherNumber)
            Assert.NotNull(served);
        return act.Choice.Action switch
        {
            EnrolmentAction.SubmitPhone when act.WithAnotherNumber => new SubmitPhone(served!),
            EnrolmentAction.SubmitPhone => refused as SubmitPhone ?? new SubmitPhone((stored.Pending?.Details ?? stored.Phone?.Details)?.Number.E164 ?? served!),
            EnrolmentAction.ResendCode => new ResendCode(),
            EnrolmentAction.ConfirmCode => new ConfirmCode(host.Phone.LastCode),
            EnrolmentAction.CancelPending => new CancelPending(),
            EnrolmentAction.EnableVerification => new EnableVerification(act.Choice.Channel!.Value),
            EnrolmentAction.ChangeChannel => new ChangeChannel(act.Choice.Channel!.Value),
            EnrolmentAction.DisableVerification => new DisableVerification(),
            EnrolmentAction.RemovePhone => new RemovePhone(),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    private static IEnumerable<(string Surface, UserCommand Command)> Questions(EnrolmentPolicy policy, ToldStory story)
    {
        UserCommand[] commands =
        [
            new SubmitPhone(Numbers[0]), new SubmitPhone(Numbers[4]), new SubmitPhone("0502345678"), new ResendCode(), new ConfirmCode(story.LastCode), new ConfirmCode("12"),
            new EnableVerification(VerificationChannel.Sms), new EnableVerification(VerificationChannel.AppPush), new ChangeChannel(VerificationChannel.Sms),
            new ChangeChannel(VerificationChannel.AppPush), new CancelPending(), new DisableVerification(), new RemovePhone(),
        ];
        var random = new Random(story.Seed);
        return policy.Screens.Surfaces.SelectMany(_ => commands, (surface, command) => (surface.Name, command)).OrderBy(_ => random.Next()).ToList();
    }

    /// <summary>The codes of two tellings of a story differ.</summary>
    private static UserCommand CommandAgain(UserCommand command, ServiceHost host) =>
        command is ConfirmCode { Code.Text.Length: 6 } ? new ConfirmCode(LastCode(host)) : command;

    private static string LastCode(ServiceHost host) => host.Phone.Messages.Count == 0 ? "123456" : host.Phone.LastCode;

    /// <summary>The same seed tells the same story.</summary>
    private static async Task<ToldStory> Tell(EnrolmentPolicy policy, int seed)
    {
        var random = new Random(seed);
        var host = new ServiceHost(policy);
        List<string> steps = [];
        var surfaces = policy.Screens.Surfaces;
        for (var left = random.Next(9); left > 0; left--)
        {
            var surface = surfaces[random.Next(surfaces.Count)].Name;
            var number = Numbers[random.Next(Numbers.Length)];
            switch (random.Next(10))
            {
                case 0 or 1 or 2: await As(new SubmitPhone(number)); break;
                case 3 or 4: await As(new ConfirmCode(LastCode(host))); break;
                case 5: await As(new EnableVerification((VerificationChannel)random.Next(2))); break;
                case 6: await host.Carrier(new OptOutOfDelivery(number)); steps.Add($"STOP from {number}"); break;
                case 7: await host.Carrier(new InvalidatePhone(number, InvalidationReason.Recycled)); steps.Add($"{number} is recycled"); break;
                case 8: host.Devices.Registered ^= true; steps.Add($"device {host.Devices.Registered}"); break;
                case 9: host.Time.Advance(TimeSpan.FromMinutes(random.Next(30))); steps.Add("time passes"); break;
            }

            async Task As(UserCommand command) => steps.Add($"{surface}: {command} {(await host.As(surface, command)).Refusal?.Code}");
        }

        return new ToldStory(host, seed, steps);
    }

    private sealed record ToldStory(ServiceHost Host, int Seed, IReadOnlyList<string> Steps) : IDisposable
    {
        public string LastCode => WaysOutTakenTests.LastCode(Host);

        public void Dispose() => Host.Dispose();

        public override string ToString() => string.Join("; ", Steps);
    }
}

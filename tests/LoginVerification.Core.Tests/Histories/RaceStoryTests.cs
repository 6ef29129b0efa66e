using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace LoginVerification.Tests;

/// <summary>
/// Two users race on one account. Whatever came before, and whatever the two give at the same instant, what comes of it is what would have
/// come of one command after the other, in one order or the other: both loaded the same snapshot, and the loser was decided again.
/// </summary>
public sealed class RaceStoryTests
{
    private const string Number = "+972502345678";
    private const string Other = "+972522345678";

    /// <summary>What a user does in such a story.</summary>
    public enum Move
    {
        Submit, SubmitOther, Resend, Confirm, ConfirmWrong, ConfirmEarlier, Cancel, Enable, Change, Disable, Remove, WaitForResend, WaitOutTheCode,
    }

    /// <summary>What came before, and the two commands that race. Printed as a story, and shrunk by leaving out what came before.</summary>
    public sealed record RaceStory(IReadOnlyList<Move> Before, Move First, Move Second)
    {
        public override string ToString() => $"{string.Join(", then ", Before.Select(move => $"{move}"))}; and at the same instant {First} and {Second}";
    }

    [Property(Arbitrary = [typeof(RaceStories)], MaxTest = 400, QuietOnSuccess = true)]
    public async Task Two_commands_at_once_are_one_after_the_other(RaceStory story)
    {
        var raced = await Play(story, race: true);
        var inOrder = await Play(story, race: false);
        var inTheOtherOrder = await Play(story with { First = story.Second, Second = story.First }, race: false);
        Assert.True(
            raced == inOrder || raced == inTheOtherOrder with { First = inTheOtherOrder.Second, Second = inTheOtherOrder.First },
            $"{story} came to {raced}, in neither of the orders {inOrder} and {inTheOtherOrder}");
    }

    private static async Task<Outcome> Play(RaceStory story, bool race)
    {
        using var store = new MeetingStore();
        using var host = new ServiceHost(ShippedPolicies.Consistent, builder => builder.UseStore(store));
        host.Devices.Registered = true;
        store.Inner = host.Store;
        foreach (var move in story.Before)
            await Make(host, move);

        // The codes are read before either command is given: both users look at the same phone.
        var (first, second) = (CommandOf(host, story.First), CommandOf(host, story.Second));
        if (!race)
            return Outcome.Of((await Give(host, first))?.Refusal?.Code, (await Give(host, second))?.Refusal?.Code, await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default));
        store.AwaitBoth = first is not null && second is not null;
        var results = await Task.WhenAll(Task.Run(() => Give(host, first)), Task.Run(() => Give(host, second)));
        return Outcome.Of(results[0]?.Refusal?.Code, results[1]?.Refusal?.Code, await host.Store.LoadAsync(AccountId.Parse(ServiceHost.Account), default));
    }

    private static async Task Make(ServiceHost host, Move move)
    {
        if (move is Move.WaitForResend)
            host.Time.Advance(TimeSpan.FromSeconds(30));
        else if (move is Move.WaitOutTheCode)
            host.Time.Advance(TimeSpan.FromMinutes(10));
        else
            await Give(host, CommandOf(host, move));
    }

    private static async Task<EnrolmentResult?> Give(ServiceHost host, EnrolmentCommand? command) => command is null ? null : await host.As("web", command);

    private static EnrolmentCommand? CommandOf(ServiceHost host, Move move) => move switch
    {
        Move.Submit => new SubmitPhone(Number),
        Move.SubmitOther => new SubmitPhone(Other),
        Move.Resend => new ResendCode(),
        Move.Confirm => new ConfirmCode(Codes(host).LastOrDefault("000000")),
        Move.ConfirmEarlier => new ConfirmCode(Codes(host).SkipLast(1).LastOrDefault("000000")),
        Move.ConfirmWrong => new ConfirmCode(Enumerable.Range(0, 1000).Select(i => $"{i:000000}").First(code => !Codes(host).Contains(code))),
        Move.Cancel => new CancelPending(),
        Move.Enable => new EnableVerification(VerificationChannel.Sms),
        Move.Change => new ChangeChannel(VerificationChannel.AppPush),
        Move.Disable => new DisableVerification(),
        Move.Remove => new RemovePhone(),
        _ => null,
    };

    private static IEnumerable<string> Codes(ServiceHost host) =>
        host.Phone.Messages.Where(message => message.Text.Contains('#', StringComparison.Ordinal)).Select(RecordingPhone.CodeIn);

    /// <summary>What came of it, but for what is drawn at random.</summary>
    private sealed record Outcome(RefusalCode? First, RefusalCode? Second, string Enrolment)
    {
        public static Outcome Of(RefusalCode? first, RefusalCode? second, Enrolment? enrolment) => new(
            first,
            second,
            enrolment is null
                ? "nothing"
                : $"{enrolment.State}, version {enrolment.Version}, {enrolment.Phone?.Details.Number.E164} and {enrolment.Pending?.Details.Number.E164} ({enrolment.Pending?.Challenge.WrongTries}), "
                    + $"{enrolment.ActiveChannel}, {enrolment.FailureCount} failures, {enrolment.Sends.Count} sends, {enrolment.EarlierChallenges.Count} earlier codes, locked until {enrolment.LockedUntil}");
    }

    /// <summary>Lets the first reads of two racing commands see the same snapshot.</summary>
    private sealed class MeetingStore : IEnrolmentStore, IDisposable
    {
        private readonly Barrier both = new(2);
        private int reads;

        public IEnrolmentStore Inner { get; set; } = null!;

        public bool AwaitBoth { get; set; }

        public async ValueTask<Enrolment?> LoadAsync(AccountId account, CancellationToken cancellationToken)
        {
            var loaded = await Inner.LoadAsync(account, cancellationToken);
            if (AwaitBoth && Interlocked.Increment(ref reads) <= 2)
                both.SignalAndWait(cancellationToken);
            return loaded;
        }

        public ValueTask<bool> TrySaveAsync(EnrolmentChange change, CancellationToken cancellationToken) => Inner.TrySaveAsync(change, cancellationToken);

        public ValueTask<int> CountAccountsAsync(PhoneNumber number, AccountId except, CancellationToken cancellationToken) => Inner.CountAccountsAsync(number, except, cancellationToken);

        public ValueTask<IReadOnlyList<AccountId>> FindAccountsAsync(PhoneNumber number, CancellationToken cancellationToken) => Inner.FindAccountsAsync(number, cancellationToken);

        public ValueTask<bool> IsOptedOutAsync(PhoneNumber number, CancellationToken cancellationToken) => Inner.IsOptedOutAsync(number, cancellationToken);

        public void Dispose() => both.Dispose();
    }

    /// <summary>Makes race stories, and shorter ones of them.</summary>
    private static class RaceStories
    {
        public static Arbitrary<RaceStory> RaceStory()
        {
            var move = Gen.Elements(Enum.GetValues<Move>());
            var stories = move.ListOf().SelectMany(before => move.SelectMany(first => move.Select(second => new RaceStory([.. before], first, second))));
            return Arb.From(stories, story => Enumerable.Range(0, story.Before.Count).Select(left => story with { Before = [.. story.Before.Where((_, index) => index != left)] }));
        }
    }
}

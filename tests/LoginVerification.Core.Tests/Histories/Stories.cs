using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static LoginVerification.Tests.Step;

namespace LoginVerification.Tests;

/// <summary>Tells random stories: single steps, and threads of steps that lead deep (an enrolment, a replacement, a siege by guesses).</summary>
public static class Stories
{
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    private static readonly Gen<string> Someone = Gen.Frequency((6, Gen.Constant("alice")), (2, Gen.Constant("bob")), (1, Gen.Constant("carol")));

    private static readonly Gen<string> Somewhere = Gen.Frequency(
        (6, Gen.Constant("mobileWeb")), (3, Gen.Constant("web")), (3, Gen.Constant("android")), (1, Gen.Constant("lobby")));

    private static readonly Gen<Proof> AnyProof = Gen.Frequency((8, Gen.Constant(Proof.Fresh)), (2, Gen.Elements(Enum.GetValues<Proof>())));

    private static readonly Gen<VerificationChannel> AnyChannel = Gen.Elements(Enum.GetValues<VerificationChannel>());

    private static readonly Gen<string> HonestNumber = Gen.Elements<string>([.. TestNumbers.Honest]);

    private static readonly Gen<SubmitPhone> Phone = Gen.Frequency(
        (5, HonestNumber.Select(number => new SubmitPhone(number))), (1, Gen.Elements<SubmitPhone>([.. TestNumbers.Odd])));

    private static readonly Gen<string> AnyNumber = Gen.Frequency(
        (8, HonestNumber), (1, Gen.Constant(TestNumbers.Reserved)), (1, Phone.Select(phone => phone.Number.Text)));

    private static readonly Gen<Typed> AnyCode = Gen.Frequency((4, Gen.Constant(Typed.Right)), (6, Gen.Elements(Enum.GetValues<Typed>())));

    private static readonly Gen<Duration> SomeTime = Gen.Elements(
        [
            .. from bound in new[] { Duration.FromSeconds(30), Duration.FromSeconds(60), Duration.FromMinutes(5), Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromHours(24) }
               from nudge in new[] { -Millisecond, Duration.Zero, Millisecond }
               select bound + nudge,
            Duration.FromTicks(4_000),
            Millisecond,
            Duration.FromSeconds(1),
            Duration.FromDays(3),
            -Millisecond,
            -Duration.FromMinutes(3),
            -Duration.FromHours(2),
            -Duration.FromDays(2),
        ]);

    private static readonly Gen<Step> Time = Gen.Frequency<Step>(
        (1, SomeTime.Select(time => (Step)new Waits(time))),
        (2, from who in Someone
            from bound in Gen.Elements(Enum.GetValues<Bound>())
            from nudge in Gen.Elements(-1, 0, 1)
            select (Step)new WaitsUntil(who, bound, nudge)));

    private static readonly Gen<Step> Submission =
        from who in Someone
        from at in Somewhere
        from phone in Phone
        from proof in AnyProof
        select (Step)new Submits(who, at, phone, proof);

    private static readonly Gen<Step> Confirmation =
        from who in Someone
        from at in Somewhere
        from code in AnyCode
        from times in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(2, 6)))
        select (Step)new Confirms(who, at, code, times);

    private static readonly Gen<Step> PlainCommand =
        from who in Someone
        from at in Somewhere
        from channel in AnyChannel
        from command in Gen.Elements<UserCommand>(
            new CancelPending(), new EnableVerification(channel), new EnableVerification(channel), new ChangeChannel(channel), new DisableVerification(), new RemovePhone())
        from proof in AnyProof
        from staff in Gen.Choose(0, 4)
        select (Step)(staff == 0 && command is CancelPending or DisableVerification or RemovePhone
            ? new Does(who, null, command, Proof.Never)
            : new Does(who, at, command, proof));

    private static readonly Gen<Step> Resending =
        from who in Someone
        from at in Somewhere
        select (Step)new Resends(who, at);

    private static readonly Gen<Step> FromOutside =
        from who in Someone
        from number in AnyNumber
        from reason in Gen.Elements(Enum.GetValues<InvalidationReason>())
        from enabled in Gen.Elements<VerificationChannel?>(null, VerificationChannel.Sms, VerificationChannel.AppPush)
        from ago in Gen.Elements(Duration.FromDays(400), Duration.Zero, -Millisecond)
        from happening in Gen.Elements(
            new Happens(who, Initiator.Carrier, new InvalidatePhone(number, reason)),
            new Happens(who, Initiator.Carrier, new OptOutOfDelivery(number)),
            new Happens(who, Initiator.Carrier, new OptOutOfDelivery(number)),
            new Happens(who, Initiator.Operator, new RestoreDelivery(number)),
            new Happens(who, Initiator.Operator, new Unlock()),
            new Happens(who, Initiator.Operator, new ImportVerifiedPhone(number, Given.Now - ago, enabled)),
            new Happens(who, Initiator.Time, new LapsePending()))
        select (Step)happening;

    private static readonly Gen<Step> Device =
        from who in Someone
        from has in Gen.Elements(true, true, false)
        select (Step)new HasDevice(who, has);

    private static readonly Gen<Step> SingleStep = Gen.Frequency(
        (4, Submission), (5, Confirmation), (4, PlainCommand), (3, Resending), (3, FromOutside), (5, Time), (1, Device));

    /// <summary>A number is added, or replaced, and confirmed, and mostly turned on.</summary>
    private static readonly Gen<Step[]> Enrolling =
        from who in Someone
        from number in HonestNumber
        from channel in AnyChannel
        from code in Gen.Frequency((5, Gen.Constant(Typed.Right)), (1, AnyCode))
        from steps in Gen.Choose(1, 4)
        select new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Confirms(who, "mobileWeb", code),
            new HasDevice(who, true),
            new Does(who, "mobileWeb", new EnableVerification(channel), Proof.Fresh),
        }[..steps];

    /// <summary>Guess, wait for the lock to end, get another code, guess again, over one number or over all of them.</summary>
    private static readonly Gen<Step[]> Siege =
        from who in Someone
        from rounds in Gen.Frequency((6, Gen.Choose(1, 4)), (1, Gen.Constant(20)))
        from spread in Gen.Choose(1, 4)
        from nudge in Gen.Elements(0, 0, 0, 1, -1)
        select Enumerable.Range(0, rounds).SelectMany(round => new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(TestNumbers.Honest[rounds == 20 ? round / 5 : round % spread]), Proof.Fresh),
            new Confirms(who, "mobileWeb", Typed.Wrong, 5),
            new WaitsUntil(who, Bound.LockEnds, nudge),
        }).ToArray();

    /// <summary>As many codes as a number may get, each at the first instant.</summary>
    private static readonly Gen<Step[]> Pumping =
        from who in Someone
        from number in HonestNumber
        from codes in Gen.Choose(3, 7)
        from nudge in Gen.Elements(0, 0, 1, -1)
        select Enumerable.Range(0, codes).SelectMany(_ => new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new WaitsUntil(who, Bound.WaitEnds, nudge),
        }).ToArray();

    /// <summary>A number is given up for nothing or for another one, and taken up again while its first code is still inside its life.</summary>
    private static readonly Gen<Step[]> SecondThoughts =
        from who in Someone
        from number in HonestNumber
        from other in HonestNumber
        from cancels in Gen.Elements(true, false)
        from code in Gen.Frequency((3, Gen.Constant(Typed.Earlier)), (1, AnyCode))
        select new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            cancels
                ? new Does(who, "mobileWeb", new CancelPending(), Proof.Fresh)
                : new Submits(who, "mobileWeb", new SubmitPhone(other), Proof.Fresh),
            new Waits(Duration.FromSeconds(30)),
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Confirms(who, "mobileWeb", code),
        };

    private static readonly Gen<Step[]> Thread = Gen.Frequency(
        (24, SingleStep.Select(step => new[] { step })), (6, Enrolling), (2, SecondThoughts), (1, Siege), (1, Pumping));

    private static readonly Gen<Story> Any = Thread.ListOf().Select(threads => new Story([.. threads.SelectMany(steps => steps)]));

    public static Arbitrary<Story> Arbitrary() => Arb.From(Any, Shrink);

    /// <summary>The same stories in each run.</summary>
    internal static IReadOnlyList<Story> Fixed(int count, ulong seed) => [.. Any.Sample(60, new Rnd(seed), count)];

    /// <summary>Ever smaller parts are left out, and then single repetitions.</summary>
    private static IEnumerable<Story> Shrink(Story story)
    {
        var steps = story.Steps;
        for (var size = steps.Count; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= steps.Count; from += size)
                yield return new Story([.. steps.Take(from), .. steps.Skip(from + size)]);
        }

        foreach (var (index, step) in steps.Index())
        {
            if (step is Confirms { Times: > 1 } many)
                yield return new Story([.. steps.Take(index), many with { Times = many.Times - 1 }, .. steps.Skip(index + 1)]);
        }
    }
}

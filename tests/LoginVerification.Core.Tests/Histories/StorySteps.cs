using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static LoginVerification.Tests.Step;

namespace LoginVerification.Tests;

/// <summary>The single steps of random stories: who, where, what, and when.</summary>
internal static class StorySteps
{
    public static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    public static readonly Gen<string> Someone = Gen.Frequency((6, Gen.Constant("alice")), (2, Gen.Constant("bob")), (1, Gen.Constant("carol")));

    private static readonly Gen<string> Somewhere = Gen.Frequency(
        (6, Gen.Constant("mobileWeb")), (3, Gen.Constant("web")), (3, Gen.Constant("android")), (1, Gen.Constant("lobby")));

    public static readonly Gen<Proof> AnyProof = Gen.Frequency((8, Gen.Constant(Proof.Fresh)), (2, Gen.Elements(Enum.GetValues<Proof>())));

    public static readonly Gen<VerificationChannel> AnyChannel = Gen.Elements(Enum.GetValues<VerificationChannel>());

    public static readonly Gen<string> HonestNumber = Gen.Elements<string>([.. TestNumbers.Honest]);

    private static readonly Gen<SubmitPhone> Phone = Gen.Frequency(
        (5, HonestNumber.Select(number => new SubmitPhone(number))), (1, Gen.Elements<SubmitPhone>([.. TestNumbers.Odd])));

    private static readonly Gen<string> AnyNumber = Gen.Frequency(
        (8, HonestNumber), (1, Gen.Constant(TestNumbers.Reserved)), (1, Phone.Select(phone => phone.Number.Text)));

    public static readonly Gen<Typed> AnyCode = Gen.Frequency((4, Gen.Constant(Typed.Right)), (6, Gen.Elements(Enum.GetValues<Typed>())));

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
            -Duration.FromSeconds(59),
            -Duration.FromMinutes(3),
            -Duration.FromMinutes(10),
            -Duration.FromMinutes(10) - Millisecond,
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
        from proof in AnyProof
        from times in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(2, 6)))
        select (Step)new Confirms(who, at, code, proof, times);

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
        from proof in AnyProof
        select (Step)new Resends(who, at, proof);

    private static readonly Gen<Step> FromOutside =
        from who in Someone
        from number in AnyNumber
        from reason in Gen.Elements(InvalidationReason.Recycled, InvalidationReason.Ported, InvalidationReason.NoLongerServed)
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

    private static readonly Gen<Step> Acknowledgement =
        from who in Gen.Elements("bob", "bob", "alice")
        from at in Somewhere
        from allButTheNewest in Gen.Elements(true, false)
        from proof in AnyProof
        select (Step)new Acknowledges(who, at, allButTheNewest, proof);

    private static readonly Gen<Step> Gateway =
        from number in HonestNumber
        from isDead in Gen.Elements(true, false, false)
        select (Step)new GatewayAnswers(number, isDead);

    /// <summary>Any step.</summary>
    public static readonly Gen<Step> SingleStep = Gen.Frequency(
        (4, Submission), (5, Confirmation), (4, PlainCommand), (3, Resending), (3, FromOutside), (5, Time), (1, Device), (1, Acknowledgement), (1, Gateway));
}

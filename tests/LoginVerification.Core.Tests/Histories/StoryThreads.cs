using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static LoginVerification.Tests.Step;
using static LoginVerification.Tests.StorySteps;

namespace LoginVerification.Tests;

/// <summary>Threads of steps that lead deep: an enrolment, a siege by guesses, a number that is planted, a STOP.</summary>
internal static class StoryThreads
{
    /// <summary>A number is added, or replaced, and confirmed, and mostly turned on.</summary>
    public static readonly Gen<Step[]> Enrolling =
        from who in Someone
        from number in HonestNumber
        from channel in AnyChannel
        from code in Gen.Frequency((5, Gen.Constant(Typed.Right)), (1, AnyCode))
        from steps in Gen.Choose(1, 4)
        select new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Confirms(who, "mobileWeb", code, Proof.Fresh),
            new HasDevice(who, true),
            new Does(who, "mobileWeb", new EnableVerification(channel), Proof.Fresh),
        }[..steps];

    /// <summary>Guess, wait for the lock to end, get another code, guess again, over one number or over all of them.</summary>
    public static readonly Gen<Step[]> Siege =
        from who in Someone
        from rounds in Gen.Frequency((3, Gen.Choose(1, 4)), (1, Gen.Constant(20)))
        from spread in Gen.Choose(1, 4)
        from nudge in Gen.Elements(0, 0, 0, 1, -1)
        select Enumerable.Range(0, rounds).SelectMany(round => new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(TestNumbers.Honest[rounds == 20 ? round / 5 : round % spread]), Proof.Fresh),
            new Confirms(who, "mobileWeb", Typed.Wrong, Proof.Fresh, 5),
            new WaitsUntil(who, Bound.LockEnds, nudge),
        }).Append(new Submits(who, "mobileWeb", new SubmitPhone(TestNumbers.Honest[0]), Proof.Fresh)).ToArray();

    /// <summary>As many codes as a number may get, each at the first instant.</summary>
    public static readonly Gen<Step[]> Pumping =
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
    public static readonly Gen<Step[]> SecondThoughts =
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
            new Confirms(who, "mobileWeb", code, Proof.Fresh),
        };

    /// <summary>The code is guessed at, asked for once more, and guessed at again: a resend gives no tries and no time.</summary>
    public static readonly Gen<Step[]> Repeating =
        from who in Someone
        from number in HonestNumber
        from tries in Gen.Choose(0, 5)
        from more in Gen.Choose(1, 5)
        from bySubmitting in Gen.Elements(true, false)
        from carrier in Gen.Elements<Carrier?>(null, Carrier.Parse("Pelephone"))
        from late in Gen.Elements(Duration.Zero, Duration.FromMinutes(5), Duration.FromMinutes(10) - Millisecond, Duration.FromMinutes(10))
        select new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Confirms(who, "mobileWeb", Typed.Wrong, Proof.Fresh, tries),
            new WaitsUntil(who, Bound.WaitEnds, 0),
            new WaitsUntil(who, Bound.LockEnds, 0),
            bySubmitting ? new Submits(who, "mobileWeb", new SubmitPhone(number, Carrier: carrier), Proof.Fresh) : new Resends(who, "mobileWeb", Proof.Fresh),
            new Waits(late),
            new Confirms(who, "mobileWeb", Typed.Wrong, Proof.Fresh, more),
            new Confirms(who, "mobileWeb", Typed.Right, Proof.Fresh),
        };

    /// <summary>A number waits while protection begins, or while its owner's session ages, and is asked for and confirmed by who may no longer.</summary>
    public static readonly Gen<Step[]> Planting =
        from who in Someone
        from number in HonestNumber
        from planted in HonestNumber
        from enables in Gen.Elements(true, false)
        from imports in Gen.Elements(true, false)
        from proof in AnyProof
        select new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            imports ? new Happens(who, Initiator.Operator, new ImportVerifiedPhone(planted, Given.Now - Duration.FromDays(400))) : new Confirms(who, "mobileWeb", Typed.Right, Proof.Fresh),
            new Submits(who, "mobileWeb", new SubmitPhone(planted), Proof.Fresh),
            enables ? new Does(who, "mobileWeb", new EnableVerification(VerificationChannel.Sms), Proof.Fresh) : new Waits(Duration.FromSeconds(30)),
            new Submits(who, "mobileWeb", new SubmitPhone(planted), proof),
            new WaitsUntil(who, Bound.WaitEnds, 0),
            new Resends(who, "mobileWeb", proof),
            new Confirms(who, "mobileWeb", Typed.Right, proof),
        };

    /// <summary>The holder of a number that was texted once says STOP, to whoever texted it, before or after it was given up.</summary>
    public static readonly Gen<Step[]> Stopping =
        from who in Someone
        from another in Someone
        from number in HonestNumber
        from given in Gen.Elements<Step?>(
            null, new Does(who, "mobileWeb", new CancelPending(), Proof.Fresh), new Confirms(who, "mobileWeb", Typed.Right, Proof.Fresh))
        from after in Gen.Elements<Step>(
            new Submits(another, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Resends(who, "mobileWeb", Proof.Fresh),
            new Happens(who, Initiator.Carrier, new RestoreDelivery(number)))
        select new Step?[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            given,
            new Happens(who, Initiator.Carrier, new OptOutOfDelivery(number)),
            new Waits(Duration.FromSeconds(30)),
            after,
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Happens(who, Initiator.Carrier, new OptOutOfDelivery(number)),
        }.OfType<Step>().ToArray();

    /// <summary>A number is removed, by its owner or by staff, and another one or the same is to take its place.</summary>
    public static readonly Gen<Step[]> Swapping =
        from who in Someone
        from number in HonestNumber
        from another in HonestNumber
        from byStaff in Gen.Elements(true, false)
        from nudge in Gen.Elements(0, 0, 1, -1)
        select new Step[]
        {
            new Submits(who, "mobileWeb", new SubmitPhone(number), Proof.Fresh),
            new Confirms(who, "mobileWeb", Typed.Right, Proof.Fresh),
            byStaff ? new Does(who, null, new RemovePhone(), Proof.Never) : new Does(who, "mobileWeb", new RemovePhone(), Proof.Fresh),
            new WaitsUntil(who, Bound.CoolDownEnds, nudge),
            new Submits(who, "mobileWeb", new SubmitPhone(another), Proof.Fresh),
            new Confirms(who, "mobileWeb", Typed.Right, Proof.Fresh),
        };

    /// <summary>The channel is changed to and fro, until the owner would be flooded with notices.</summary>
    public static readonly Gen<Step[]> Toggling =
        from who in Someone
        from times in Gen.Choose(1, 3)
        from nudge in Gen.Elements(0, 0, 1, -1)
        select (Step[])
        [
            new HasDevice(who, true),
            .. Enumerable.Repeat(
                new Step[]
                {
                    new Does(who, "mobileWeb", new EnableVerification(VerificationChannel.Sms), Proof.Fresh),
                    new Does(who, "mobileWeb", new ChangeChannel(VerificationChannel.AppPush), Proof.Fresh),
                    new Does(who, "mobileWeb", new DisableVerification(), Proof.Fresh),
                },
                times).SelectMany(steps => steps),
            new WaitsUntil(who, Bound.OldestChangeLeavesTheWindow, nudge),
            new Does(who, "mobileWeb", new EnableVerification(VerificationChannel.AppPush), Proof.Fresh),
        ];
}

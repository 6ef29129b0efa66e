using NodaTime;

namespace LoginVerification.Exploration.Tests.Support;

/// <summary>
/// Gives the command of an input to the real service, under the circumstances of the input: codes are typed, numbers are read and ports are
/// asked as in production. Not thread-safe: one a thread.
/// </summary>
internal sealed class InputReplay(EnrolmentPolicy policy) : IDisposable
{
    private static readonly PhoneNumber Third = PhoneNumber.Parse("+999000000003");

    private readonly RealService real = new(policy);

    public Outcome Give(Enrolment account, Input input, Surface surface, IReadOnlyList<PhoneDetails> numbers, bool device, Instant now)
    {
        var before = Arrange(account, input, numbers, device, now);
        return real.Give(before, CallerOf(account, input, surface, now), CommandOf(before, input, numbers));
    }

    /// <summary>What the host states of the account.</summary>
    public ValueList<AttributeValue> Attributes
    {
        set => real.Surroundings.Attributes = value.ToDictionary(attribute => attribute.Name, attribute => attribute.Value!);
    }

    public void Dispose() => real.Dispose();

    private Enrolment Arrange(Enrolment before, Input input, IReadOnlyList<PhoneDetails> numbers, bool device, Instant now)
    {
        var facts = input.Facts!;
        real.Surroundings.Numbers = numbers;
        real.Surroundings.Service = facts.Service;
        real.Store.HasDevice = device;
        real.Surroundings.Risk = facts.Risk;
        real.Surroundings.Allowance = facts.SendAllowance;
        real.Store.OtherAccounts = facts.OtherAccountsOnNumber;
        real.Now = now;
        if (before.Pending is { } pending)
        {
            before = before with
            {
                EarlierChallenges = [Living("superseded", pending.Details.Number, now), Living("foreign", Third, now)],
                Pending = pending with { Challenge = facts.CodeKeyRetired ? pending.Challenge with { KeyId = "retired" } : pending.Challenge },
            };
            // A pending number may lapse once its code is dead. The clock moves on a little, which ends nothing else.
            if (input.Actor is Actor.Time && !pending.Challenge.IsAlive(now))
            {
                before = before with { Pending = before.Pending with { LapsesAt = now + Duration.FromMilliseconds(1) } };
                real.Now = before.Pending.LapsesAt;
            }
        }

        return before;
    }

    private Challenge Living(string id, PhoneNumber number, Instant now) =>
        new(new ChallengeId(id), CodePurpose.Enrol, number, Nonce.Parse(new string('2', 2 * Nonce.Length)), RealService.KeyId, policy.Document.Code.Digits, now - Duration.FromSeconds(1), now + Duration.FromMinutes(5));

    private static Caller CallerOf(Enrolment account, Input input, Surface surface, Instant now) => input.Facts!.Origin.By switch
    {
        Initiator.User => Caller.User(account.Account, surface, input.Facts.AuthenticatedAt + (now - ShapeSpace.Now), input.Facts.Factors),
        Initiator.Carrier => Caller.Carrier(account.Account),
        Initiator.Time => Caller.Time(account.Account),
        _ => Caller.Operator(account.Account, "staff-1"),
    };

    private EnrolmentCommand CommandOf(Enrolment before, Input input, IReadOnlyList<PhoneDetails> numbers)
    {
        var number = input.Facts!.Number is PhoneReading.Readable ? numbers[(int)(input.Number ?? Slot.First)].Number.E164 : "no number";
        return input.Command! switch
        {
            SubmitPhone => new SubmitPhone(number),
            ConfirmCode { Code.Text: "" } malformed => malformed,
            ConfirmCode => new ConfirmCode(CodeFor(before, input.Facts.CodeMatch)),
            InvalidatePhone invalidate => invalidate with { Number = number },
            OptOutOfDelivery => new OptOutOfDelivery(number),
            RestoreDelivery => new RestoreDelivery(number),
            var other => other,
        };
    }

    private string CodeFor(Enrolment before, CodeMatch match)
    {
        if (before.Pending is not { } pending)
            return "123456";
        var codes = before.EarlierChallenges.Prepend(pending.Challenge).Select(challenge => real.CodeOf(before.Account, challenge)).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        return match switch
        {
            CodeMatch.Current => codes[0],
            CodeMatch.Superseded => codes[1],
            CodeMatch.Foreign => codes[2],
            _ => real.CodeBeside(before.Account, before.EarlierChallenges.Add(pending.Challenge)),
        };
    }
}

namespace LoginVerification.Engine;

/// <summary>Numbers that stand in for a person's own: a map outlives the question that it was made for, and is everybody's.</summary>
internal sealed class StandIns(Enrolment enrolment, PhoneDetails target)
{
    private readonly List<PhoneNumber> real = [.. new[] { enrolment.Phone?.Details, enrolment.Pending?.Details, target }.OfType<PhoneDetails>().Select(phone => phone.Number).Distinct()];

    public PhoneDetails For(PhoneDetails phone) => phone with { Number = For(phone.Number) };

    public Enrolment In(Enrolment model) => model with
    {
        Phone = model.Phone is { } phone ? phone with { Details = For(phone.Details) } : null,
        Pending = model.Pending is { } pending
            ? pending with { Details = For(pending.Details), Challenge = pending.Challenge with { Number = For(pending.Details.Number) } }
            : null,
        OptedOut = model.OptedOut.Where(optOut => real.Contains(optOut.Number)).Select(optOut => optOut with { Number = For(optOut.Number) }).ToValueList(),
        FormerNumbers = model.FormerNumbers.Where(former => real.Contains(former.Number)).Select(former => former with { Number = For(former.Number) }).ToValueList(),
    };

    private PhoneNumber For(PhoneNumber number) => UnassignedNumbers.At(real.IndexOf(number));
}

namespace LoginVerification.Exploration;

/// <summary>What the ways out of a refusal depend on: a shape without its books.</summary>
internal readonly record struct WayShape(bool IsVerified, bool NeedsReverification, Channel? Active, Slot? Pending, bool CodeIsLive, bool FirstOptedOut, bool SecondOptedOut)
{
    public static WayShape Of(in Shape shape, PolicyDocument rules) => new(
        shape.IsVerified,
        shape.NeedsReverification,
        shape.Active,
        shape.Pending,
        shape.Pending is not null && shape.WrongTries < rules.Code.WrongTries,
        shape.First.OptedOut,
        shape.Second.OptedOut);
}

namespace LoginVerification.Exploration;

internal sealed class CodeBoundToNumber() : LifecycleProperty(
    nameof(CodeBoundToNumber),
    "a number becomes verified only by the newest code that was sent to that very number",
    "a superseded code and one for another number are tried")
{
    protected override Observations Triggers => Observations.Trigger | Observations.OtherTrigger;

    public override Observations On(in Transition asked)
    {
        var isBound = asked.Input.Facts!.CodeMatch is CodeMatch.Current && asked.Before.Pending?.Challenge.Number == asked.After.Phone?.Details.Number;
        return Tried(asked) | (Verifying.Happens(asked) && !isBound ? Observations.Violation : Observations.None);
    }

    public override Observations OnRefusal(in Transition asked) => Tried(asked);

    private static Observations Tried(in Transition asked) => asked.Before.Pending is null ? Observations.None : asked.Input.Facts!.CodeMatch switch
    {
        CodeMatch.Superseded => Observations.Trigger,
        CodeMatch.Foreign => Observations.OtherTrigger,
        _ => Observations.None,
    };
}

namespace LoginVerification.Exploration;

internal sealed class CodeBoundToNumber() : LifecycleProperty(
    nameof(CodeBoundToNumber),
    "a number becomes verified only by the newest code that was sent to that very number",
    "a superseded code and one for another number are tried")
{
    protected override Observations Triggers => Observations.Trigger | Observations.OtherTrigger;

    public override Observations On(in Transition transition)
    {
        var isBound = transition.Input.Facts!.CodeMatch is CodeMatch.Current && transition.Before.Pending?.Challenge.Number == transition.After.Phone?.Details.Number;
        return Tried(transition) | (Verifying.Happens(transition) && !isBound ? Observations.Violation : Observations.None);
    }

    public override Observations OnRefusal(in Transition transition) => Tried(transition);

    private static Observations Tried(in Transition transition) => transition.Before.Pending is null ? Observations.None : transition.Input.Facts!.CodeMatch switch
    {
        CodeMatch.Superseded => Observations.Trigger,
        CodeMatch.Foreign => Observations.OtherTrigger,
        _ => Observations.None,
    };
}

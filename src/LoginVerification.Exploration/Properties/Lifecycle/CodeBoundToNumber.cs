namespace LoginVerification.Exploration;

internal sealed class CodeBoundToNumber() : LifecycleProperty(
    nameof(CodeBoundToNumber),
    "a number becomes verified only by the newest code that was sent to that very number",
    "a superseded code and one for another number are tried")
{
    protected override Observations Triggers => Observations.Trigger | Observations.OtherTrigger;

    public override Observations On(in Transition transition)
    {
        var isBound = IsNewest(transition) && transition.Before.Pending?.Challenge.Number == transition.After.Phone?.Details.Number;
        return Tried(transition) | (Verifying.Happens(transition) && !isBound ? Observations.Violation : Observations.None);
    }

    public override Observations OnRefusal(in Transition transition) => Tried(transition);

    /// <summary>
    /// Where a policy for research takes earlier codes, there is one once a second code was sent, if the first can still be alive by then. Whoever gives an earlier code
    /// before that gives one that there is not.
    /// </summary>
    private static bool IsNewest(in Transition transition) =>
        transition.Input.Facts!.CodeMatch is CodeMatch.Current
        || (transition.Limits.Code.OnResend is ResendMode.NewBesideEarlier && transition.Input.Facts.CodeMatch is CodeMatch.Superseded && !HasEarlier(transition));

    private static bool HasEarlier(in Transition transition)
    {
        var (sends, pending) = (0, transition.Before.Pending?.Details.Number);
        foreach (var sent in transition.Before.Sends)
            sends += sent.Number == pending ? 1 : 0;
        return sends > 1 && transition.Limits.Sending.ResendWait < transition.Limits.Code.Life;
    }

    private static Observations Tried(in Transition transition) => transition.Before.Pending is null ? Observations.None : transition.Input.Facts!.CodeMatch switch
    {
        CodeMatch.Superseded => Observations.Trigger,
        CodeMatch.Foreign => Observations.OtherTrigger,
        _ => Observations.None,
    };
}

namespace LoginVerification.Exploration;

internal sealed class CodeBoundToNumber() : LifecycleProperty(
    nameof(CodeBoundToNumber),
    "a number becomes verified only by the newest code that was sent to that very number",
    "a superseded code and one for another number are tried")
{
    protected override Sightings Triggers => Sightings.Trigger | Sightings.OtherTrigger;

    public override Sightings On(in Question asked)
    {
        var isBound = asked.Input.Facts!.CodeMatch is CodeMatch.Current && asked.Before.Pending?.Challenge.Number == asked.After.Phone?.Details.Number;
        return Tried(asked) | (Verifying.Happens(asked) && !isBound ? Sightings.Violation : Sightings.None);
    }

    public override Sightings OnRefusal(in Question asked) => Tried(asked);

    private static Sightings Tried(in Question asked) => asked.Before.Pending is null ? Sightings.None : asked.Input.Facts!.CodeMatch switch
    {
        CodeMatch.Superseded => Sightings.Trigger,
        CodeMatch.Foreign => Sightings.OtherTrigger,
        _ => Sightings.None,
    };
}

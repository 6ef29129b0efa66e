namespace LoginVerification.Cli;

/// <summary>What decides which actions and links a screen has.</summary>
/// <param name="Enrolment">The enrolment.</param>
/// <param name="CodeArrived">Whether the SMS with the newest code is on the person's phone.</param>
internal readonly record struct Moment(Enrolment Enrolment, bool CodeArrived)
{
    public bool Meets(ScreenCondition? condition) =>
        condition is null || condition.Holds(ConditionCase.Of(Enrolment, CodeArrived));
}

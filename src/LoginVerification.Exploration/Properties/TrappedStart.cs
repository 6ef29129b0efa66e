namespace LoginVerification.Exploration;

/// <summary>A surface from whose home nothing leads to the goal, whatever a user of the class does. Immutable; compares by value.</summary>
/// <param name="Surface">Where the user begins.</param>
/// <param name="Class">Whose numbers they are.</param>
/// <param name="Device">Whether it is so only for who begins with a registered device, or only for who begins without one; null for either.</param>
public sealed record TrappedStart(Surface Surface, NumberClass Class, bool? Device)
{
    /// <summary>In one line: <c>web, IL</c>, or <c>web, IL without a device</c>.</summary>
    public override string ToString() => $"{Surface}, {Class.Name}{Labels.Given(Device)}";
}

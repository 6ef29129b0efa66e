namespace LoginVerification.Exploration;

/// <summary>A surface from whose home nothing leads to the goal, whatever a user of the class does. Immutable; compares by value.</summary>
/// <param name="Surface">Where the user begins.</param>
/// <param name="Class">Whose numbers they are.</param>
/// <param name="WithoutDevice">Whether it is so only for who begins without a registered device.</param>
public sealed record TrappedStart(Surface Surface, NumberClass Class, bool WithoutDevice)
{
    /// <summary>In one line: <c>web, IL</c>, or <c>web, IL, without a device</c>.</summary>
    public override string ToString() => $"{Surface}, {Class.Name}{(WithoutDevice ? ", without a device" : "")}";
}

namespace LoginVerification.Exploration;

/// <summary>One of the numbers of a shape.</summary>
internal enum Slot
{
    First,
    Second,
}

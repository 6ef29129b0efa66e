namespace LoginVerification;

/// <summary>Marks a component that others are built of: it is written as an element, and not drawn by choice.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class BuildingBlockAttribute : Attribute;

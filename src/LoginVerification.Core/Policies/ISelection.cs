namespace LoginVerification;

/// <summary>A selection, whatever it selects.</summary>
internal interface ISelection
{
    SelectionKind Kind { get; }
}

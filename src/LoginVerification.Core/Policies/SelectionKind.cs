namespace LoginVerification;

/// <summary>How the items of a selection are meant.</summary>
public enum SelectionKind
{
    /// <summary>Everything is selected.</summary>
    Any,

    /// <summary>The items alone.</summary>
    Only,

    /// <summary>Everything but the items.</summary>
    Except,
}

namespace LoginVerification;

/// <summary>Which challenge a given code matches. The shell finds it out, under the host's key and in constant time.</summary>
public enum CodeMatch
{
    /// <summary>None.</summary>
    None,

    /// <summary>The one that counts.</summary>
    Current,

    /// <summary>An earlier one for the pending number, still inside its life.</summary>
    Superseded,

    /// <summary>One for another number of the same account, still inside its life.</summary>
    Foreign,
}

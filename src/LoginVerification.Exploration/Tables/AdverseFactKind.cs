namespace LoginVerification.Exploration;

/// <summary>What a state has to have for a command that depends on a circumstance to be given in its favour.</summary>
internal enum AdverseFactKind
{
    /// <summary>Nothing: it may be so or not at any time.</summary>
    Other,

    /// <summary>The SMS arrived: nobody types the right code before.</summary>
    Code,

    /// <summary>A registered device.</summary>
    Device,
}

namespace LoginVerification.Exploration;

/// <summary>What a property looks at.</summary>
public enum PropertyKind
{
    /// <summary>Enrolments and what changes them, whatever the screen.</summary>
    Lifecycle,

    /// <summary>What can still be reached.</summary>
    Reachability,

    /// <summary>Whether screens and rules agree with each other.</summary>
    Agreement,

    /// <summary>A property of the caller's own.</summary>
    Custom,
}

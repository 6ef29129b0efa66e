namespace LoginVerification.Exploration;

/// <summary>A form in which a policy's model is handed to other tools.</summary>
public enum ExportFormat
{
    /// <summary>Guarded commands for the model checker SPIN.</summary>
    Promela,

    /// <summary>Guarded commands for the model checker Rumur, with NoTrap as a liveness property.</summary>
    Murphi,

    /// <summary>The reachable states and edges, one JSON object a line.</summary>
    JsonLines,

    /// <summary>A state diagram of the quotient: lifecycle state and screen.</summary>
    Mermaid,

    /// <summary>The same quotient for Graphviz.</summary>
    Dot,

    /// <summary>The absorbing Markov chains of users under the default behaviour, for the model checker PRISM. They keep the policy's own limits, at every scale.</summary>
    Prism,
}

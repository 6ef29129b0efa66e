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

    /// <summary>A statechart that runs: the W3C's SCXML 1.0 with the ECMAScript data model of its appendix B.2. Surfaces are composite states, screens are states within.</summary>
    Scxml,

    /// <summary>The same statechart as the configuration of a machine of XState 5, in JSON (RFC 8259).</summary>
    XState,

    /// <summary>Guarded commands as a module in TLA+ ("Specifying Systems", part IV), of the part that the model checker TLC takes.</summary>
    Tla,
}

namespace LoginVerification;

/// <summary>What said no. A closed set. Immutable; compares by value.</summary>
[JsonDerivedType(typeof(Lifecycle))]
[JsonDerivedType(typeof(Offer))]
[JsonDerivedType(typeof(Rule))]
[JsonDerivedType(typeof(Setting))]
[JsonDerivedType(typeof(Port))]
[JsonDerivedType(typeof(Withheld))]
[JsonDerivedType(typeof(Request))]
public abstract record RefusalSource
{
    private RefusalSource() { }

    /// <summary>Which source it is, as JSON names it: <c>lifecycle</c>, <c>offer</c>, <c>rule</c>, <c>setting</c>, <c>port</c>, <c>withheld</c> or <c>request</c>.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        Lifecycle => "lifecycle",
        Offer => "offer",
        Rule => "rule",
        Setting => "setting",
        Port => "port",
        Withheld => "withheld",
        Request => "request",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The lifecycle: the enrolment's state, or what it knows, does not permit the command.</summary>
    public sealed record Lifecycle : RefusalSource
    {
        /// <summary>The source in words.</summary>
        public override string ToString() => "lifecycle";
    }

    /// <summary>The screens: none of the surface offers the action in this state.</summary>
    /// <param name="Surface">The surface.</param>
    public sealed record Offer(Surface Surface) : RefusalSource
    {
        /// <summary>The source in words.</summary>
        public override string ToString() => $"surface {Surface}";
    }

    /// <summary>A gating rule.</summary>
    /// <param name="Name">Its name in the policy.</param>
    public sealed record Rule(string Name) : RefusalSource
    {
        /// <summary>The name of the rule.</summary>
        public override string ToString() => Name;
    }

    /// <summary>A setting of the policy.</summary>
    /// <param name="Path">Its path in a policy file, for example <c>sending.perNumber</c>.</param>
    public sealed record Setting(string Path) : RefusalSource
    {
        /// <summary>The path of the setting.</summary>
        public override string ToString() => Path;
    }

    /// <summary>A port: what the host's adapter answered, or that it did not answer.</summary>
    /// <param name="Name">The name of the port's interface, for example <c>ISendLimiter</c>.</param>
    public sealed record Port(string Name) : RefusalSource
    {
        /// <summary>The name of the port.</summary>
        public override string ToString() => Name;
    }

    /// <summary>
    /// The limiter, the risk signal, or a port without an answer. No answer names a risk: it would tell anybody what the host knows of a number.
    /// An instant to try again is told where the limiter gave one, because who waits needs it; without one, it can be any of them.
    /// </summary>
    public sealed record Withheld : RefusalSource
    {
        /// <summary>The source in words.</summary>
        public override string ToString() => "held back";
    }

    /// <summary>The request itself: what came with the command.</summary>
    /// <param name="Part">Which part of the caller, for example <c>IdempotencyKey</c>.</param>
    public sealed record Request(string Part) : RefusalSource
    {
        /// <summary>The part of the request.</summary>
        public override string ToString() => Part;
    }
}

using NodaTime;

namespace LoginVerification;

/// <summary>Something that leads on after a refusal. A closed set. Immutable; compares by value.</summary>
[JsonDerivedType(typeof(Act))]
[JsonDerivedType(typeof(Correct))]
[JsonDerivedType(typeof(RestoreDelivery))]
[JsonDerivedType(typeof(Retry))]
[JsonDerivedType(typeof(Reauthenticate))]
[JsonDerivedType(typeof(AskOperator))]
public abstract record WayOut
{
    private WayOut() { }

    /// <summary>Which way out it is, as JSON names it: <c>act</c>, <c>correct</c>, <c>restoreDelivery</c>, <c>retry</c>, <c>reauthenticate</c> or <c>askOperator</c>.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        Act => "act",
        Correct => "correct",
        RestoreDelivery => "restoreDelivery",
        Retry => "retry",
        Reauthenticate => "reauthenticate",
        AskOperator => "askOperator",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A command that would be accepted on that surface now, and brings the purpose nearer.</summary>
    /// <param name="Surface">Where.</param>
    /// <param name="Choice">Which command.</param>
    public sealed record Act(Surface Surface, Choice Choice) : WayOut
    {
        /// <summary>Whether it takes another number than the refused one.</summary>
        public bool WithAnotherNumber { get; init; }

        /// <summary>The way out in words.</summary>
        public override string ToString() =>
            $"{Choice} on {Surface}{(WithAnotherNumber ? " with another number" : "")}";
    }

    /// <summary>The same command with the same input, written otherwise: the country missing, a digit too few, a malformed code.</summary>
    public sealed record Correct : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "write it otherwise";
    }

    /// <summary>A START message, sent from the phone itself to the number that the codes come from.</summary>
    public sealed record RestoreDelivery : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "send START from the phone";
    }

    /// <summary>Nothing leads on before an instant. From then on the same command is accepted, or its refusal names what leads on instead.</summary>
    /// <param name="At">The instant.</param>
    public sealed record Retry([property: JsonConverter(typeof(InstantJsonConverter))] Instant At) : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => $"again at {At}";
    }

    /// <summary>The same command after the user authenticated again.</summary>
    public sealed record Reauthenticate : WayOut
    {
        /// <summary>Whether the password alone is not enough: the authentication has to include the second factor.</summary>
        public bool WithSecondFactor { get; init; }

        /// <summary>The way out in words.</summary>
        public override string ToString() => WithSecondFactor ? "authenticate again with the second factor" : "authenticate again";
    }

    /// <summary>The host's staff.</summary>
    public sealed record AskOperator : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "ask the operator";
    }
}

using NodaTime;

namespace LoginVerification;

/// <summary>Something that leads on after a refusal. A closed set. Immutable; compares by value.</summary>
[JsonDerivedType(typeof(Act))]
[JsonDerivedType(typeof(Correct))]
[JsonDerivedType(typeof(RestoreDelivery))]
[JsonDerivedType(typeof(RegisterDevice))]
[JsonDerivedType(typeof(Retry))]
[JsonDerivedType(typeof(Reauthenticate))]
[JsonDerivedType(typeof(RemoveDevice))]
[JsonDerivedType(typeof(BeginSignIn))]
[JsonDerivedType(typeof(ResendSignIn))]
[JsonDerivedType(typeof(UseBackupCode))]
[JsonDerivedType(typeof(AskOperator))]
public abstract record WayOut
{
    private WayOut() { }

    /// <summary>Which way out it is, as JSON names it: <c>act</c>, <c>correct</c>, <c>restoreDelivery</c>, <c>registerDevice</c>, <c>removeDevice</c>, <c>retry</c>, <c>reauthenticate</c>, <c>beginSignIn</c>, <c>resendSignIn</c>, <c>useBackupCode</c> or <c>askOperator</c>.</summary>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string Type => this switch
    {
        Act => "act",
        Correct => "correct",
        RestoreDelivery => "restoreDelivery",
        RegisterDevice => "registerDevice",
        RemoveDevice => "removeDevice",
        BeginSignIn => "beginSignIn",
        ResendSignIn => "resendSignIn",
        UseBackupCode => "useBackupCode",
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
        /// <summary>
        /// Whether it takes another number than the one in question: the submitted, the pending or the verified one, whichever the refused command
        /// was about. Which numbers are served, the policy and the host know; that some is, is certain.
        /// </summary>
        public bool WithAnotherNumber { get; init; }

        /// <summary>The way out in words.</summary>
        public override string ToString() =>
            $"{Choice} on {Surface}{(WithAnotherNumber ? " with another number" : "")}";
    }

    /// <summary>The same command with the same input, written otherwise: with the country, with the missing digit, with all digits of the code.</summary>
    public sealed record Correct : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "write it otherwise";
    }

    /// <summary>A START message, which takes a STOP back, sent from the phone itself to the number that the codes come from.</summary>
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

    /// <summary>Nothing leads on before the user authenticated again. From then on the same command is accepted, or its refusal names what leads on instead.</summary>
    public sealed record Reauthenticate : WayOut
    {
        /// <summary>Whether the password alone is not enough: the authentication has to include the second factor.</summary>
        public bool WithSecondFactor { get; init; }

        /// <summary>The way out in words.</summary>
        public override string ToString() => WithSecondFactor ? "authenticate again with the second factor" : "authenticate again";
    }

    /// <summary>A device, registered for the app channel: in the app, signed in. From then on the app channel leads on.</summary>
    public sealed record RegisterDevice : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "register a device in the app";
    }

    /// <summary>A device that is no longer used, removed, so that another one finds room.</summary>
    public sealed record RemoveDevice : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "remove a device";
    }

    /// <summary>The sign-in begun again: a new code, or a new number to match.</summary>
    public sealed record BeginSignIn : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "sign in again";
    }

    /// <summary>The code, or the push, of this sign-in once more.</summary>
    public sealed record ResendSignIn : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "send it again";
    }

    /// <summary>A backup code in place of the phone.</summary>
    public sealed record UseBackupCode : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "use a backup code";
    }

    /// <summary>The host's staff: something that they can do leads on, and nothing that the user can.</summary>
    public sealed record AskOperator : WayOut
    {
        /// <summary>The way out in words.</summary>
        public override string ToString() => "ask the operator";
    }
}

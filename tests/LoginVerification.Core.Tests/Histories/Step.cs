using NodaTime;

namespace LoginVerification.Tests;

/// <summary>One sentence of a story. What it says of codes and of bounds is made concrete only when it is played, so that a shrunk story still makes sense.</summary>
public abstract record Step
{
    private Step() { }

    /// <summary>When the user last authenticated, beside what the design calls recent (five minutes); with both factors but for one.</summary>
    public enum Proof { Fresh, PasswordAlone, AlmostStale, Stale, SlightlyAhead, FarAhead, Never }

    /// <summary>Which code a user types.</summary>
    public enum Typed { Right, RightInNativeDigits, Earlier, Used, ForAnotherNumber, OfAnotherAccount, Wrong, TooFew, WithALetter, WithASign }

    /// <summary>An instant that the design names, as it stands for an account.</summary>
    public enum Bound { CodeDies, PendingLapses, WaitEnds, LockEnds, OldestSendLeavesTheWindow, OldestChangeLeavesTheWindow, CoolDownEnds }

    public sealed record Submits(string Who, string At, SubmitPhone Phone, Proof Authenticated) : Step
    {
        public override string ToString() => $"{Who} at {At} submits \"{Phone.Number.Text}\" {Phone.Country} {Phone.Carrier} (authenticated: {Authenticated})";
    }

    public sealed record Resends(string Who, string At, Proof Authenticated) : Step
    {
        public override string ToString() => $"{Who} at {At} asks for the code once more (authenticated: {Authenticated})";
    }

    public sealed record Confirms(string Who, string At, Typed Code, Proof Authenticated, int Times = 1) : Step
    {
        public override string ToString() => $"{Who} at {At} types the code {Code}{(Times > 1 ? $", {Times} times" : "")} (authenticated: {Authenticated})";
    }

    public sealed record Acknowledges(string Who, string At, bool AllButTheNewest, Proof Authenticated) : Step
    {
        public override string ToString() => $"{Who} at {At} has seen the notices{(AllButTheNewest ? " but the newest" : "")} (authenticated: {Authenticated})";
    }

    public sealed record GatewayAnswers(string Number, bool IsDead) : Step
    {
        public override string ToString() => $"the gateway {(IsDead ? "refuses" : "takes")} messages to {Number}";
    }

    /// <summary>A command without input; nowhere means the host's staff.</summary>
    public sealed record Does(string Who, string? At, UserCommand Command, Proof Authenticated) : Step
    {
        public override string ToString() => $"{Who} {(At is null ? "through the staff" : $"at {At}")} gives {Command} (authenticated: {Authenticated})";
    }

    public sealed record Happens(string Who, Initiator By, HostCommand Command) : Step
    {
        public override string ToString() => $"{By} gives {Command} for {Who}{NumberOf(Command)}";

        private static string NumberOf(HostCommand command) => command switch
        {
            InvalidatePhone invalidate => $" about {invalidate.Number.Text}",
            OptOutOfDelivery stop => $" about {stop.Number.Text}",
            RestoreDelivery start => $" about {start.Number.Text}",
            ImportVerifiedPhone import => $" about {import.Number.Text}",
            _ => "",
        };
    }

    public sealed record Waits(Duration For) : Step
    {
        public override string ToString() => For < Duration.Zero ? $"the clock is set back by {-For}" : $"{For} pass";
    }

    public sealed record WaitsUntil(string Who, Bound Mark, int Milliseconds) : Step
    {
        public override string ToString() => $"it becomes {Milliseconds} ms past the instant when {Mark} for {Who}";
    }

    public sealed record HasDevice(string Who, bool Has) : Step
    {
        public override string ToString() => $"{Who} {(Has ? "registers" : "loses")} a device";
    }
}

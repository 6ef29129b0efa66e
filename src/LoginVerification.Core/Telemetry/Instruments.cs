using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LoginVerification.Engine;

/// <summary>
/// Every span and instrument of the library, under one name, for whoever collects them. None knows an account, a number, a code or a challenge, and each value of
/// an attribute is one of a closed set. Where nobody collects, nothing is made.
/// </summary>
internal static class Instruments
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "LoginVerification";

    public const string CommandSpan = "login_verification.command";
    public const string DeliverySpan = "login_verification.delivery";

    private static readonly Meter Meter = new(Name);

    public static readonly ActivitySource Source = new(Name);

    public static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "login_verification.commands", "{command}", "Commands, by who gave them, where, and how they ended.");

    /// <summary>From the memory of this process to a database far away that waits for its locks.</summary>
    public static readonly Histogram<double> CommandDuration = Meter.CreateHistogram(
        "login_verification.command.duration",
        "s",
        "How long a command took, the wait for the gateway along with it.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });

    public static readonly Counter<long> SignIns = Meter.CreateCounter<long>(
        "login_verification.sign_ins", "{sign_in}", "Sign-ins that asked for a second factor: that began, and how they ended.");

    public static readonly Counter<long> WrongCodes = Meter.CreateCounter<long>(
        "login_verification.wrong_codes", "{code}", "Wrong codes, and wrong numbers on a device, that were counted against an account.");

    public static readonly Counter<long> Locks = Meter.CreateCounter<long>(
        "login_verification.locks", "{lock}", "Locks that wrong codes caused.");

    public static readonly Counter<long> DeliveryAttempts = Meter.CreateCounter<long>(
        "login_verification.delivery.attempts", "{attempt}", "Attempts to hand a message over, by what it sends and what came of it.");

    public static readonly Counter<long> Callbacks = Meter.CreateCounter<long>(
        "login_verification.callbacks", "{callback}", "What SMS providers called back: how far messages came, what phones answered, and what was not taken.");
}

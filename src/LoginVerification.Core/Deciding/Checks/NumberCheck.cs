using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>What was typed has to be a number, and for a live sender one that somebody can own.</summary>
internal static class NumberCheck
{
    public static Refusal? Check(Facts facts) => CheckReport(facts)
        ?? (facts.ReadPhone is { IsReserved: true } && facts.SenderIsLive ? new Refusal(RefusalCode.NumberReserved, Sources.SmsSender) : null);

    /// <summary>For a report on a number nothing is sent, so that it may be anybody's.</summary>
    public static Refusal? CheckReport(Facts facts) => facts.Number switch
    {
        PhoneReading.Readable => null,
        PhoneReading.Unreadable unreadable => new Refusal(CodeOf(unreadable.Fault), Sources.PhoneNumberReader),
        _ => throw new ArgumentException("The command has a number and the facts have no reading of it. Fill Facts.Number with what the reader answers.", nameof(facts)),
    };

    private static RefusalCode CodeOf(NumberFault fault) => fault switch
    {
        NumberFault.Unreadable => RefusalCode.NumberUnreadable,
        NumberFault.TooShort => RefusalCode.NumberTooShort,
        NumberFault.TooLong => RefusalCode.NumberTooLong,
        NumberFault.ShortNumber => RefusalCode.ShortNumber,
        NumberFault.NotInUse => RefusalCode.NumberNotInUse,
        NumberFault.CountryMissing => RefusalCode.CountryMissing,
        NumberFault.CountryMismatch => RefusalCode.CountryMismatch,
        _ => throw new UnreachableException(),
    };
}

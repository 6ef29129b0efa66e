using NodaTime;

namespace LoginVerification.Engine;

/// <summary>What of a caller goes into the audit trail.</summary>
internal static class Callers
{
    public static Origin OriginAt(this Caller caller, Instant at) =>
        new(at, caller.Initiator, caller.Surface) { StaffId = caller.StaffId, CorrelationId = caller.CorrelationId };
}

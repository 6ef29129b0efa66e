namespace LoginVerification.Engine;

/// <summary>What came of an attempt that ended; one that throws is unknown, and is tried again. A closed set.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>It was handed over.</summary>
    /// <param name="Code">The number that got a code, or null for everything else.</param>
    public sealed record Sent(PhoneDetails? Code = null) : DeliveryOutcome;

    /// <summary>The devices were woken, as far as they can be.</summary>
    /// <param name="IsReached">Whether one of them was.</param>
    /// <param name="Gone">Those whose address is no longer one, as they were when they were to be woken.</param>
    /// <param name="Unreached">The challenge whose push reached nobody although a device still has its address, or null for everything else.</param>
    public sealed record Woken(bool IsReached, IReadOnlyList<AppDevice> Gone, ChallengeId? Unreached) : DeliveryOutcome;

    /// <summary>Nobody needs it any more.</summary>
    public sealed record Moot : DeliveryOutcome;

    /// <summary>It will never go out.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Code">The challenge whose code it carried, or null for everything else.</param>
    public sealed record Failed(DeliveryFailure Reason, ChallengeId? Code = null) : DeliveryOutcome;

    /// <summary>The holder of the number wants no messages.</summary>
    /// <param name="Number">The number.</param>
    /// <param name="Code">The challenge whose code it carried, or null for everything else.</param>
    public sealed record OptedOut(PhoneNumber Number, ChallengeId? Code = null) : DeliveryOutcome;

    /// <summary>The owner has no first address but the phone in question.</summary>
    /// <param name="Notice">What the notice is about.</param>
    public sealed record NoAddress(NoticeKind Notice) : DeliveryOutcome;
}

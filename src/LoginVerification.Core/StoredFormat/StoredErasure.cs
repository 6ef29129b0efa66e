namespace LoginVerification.Engine;

/// <summary>What is left of an erased enrolment.</summary>
internal sealed record StoredErasure(StoredOrigin Origin, long Version, StoredErasedEvent[] Events) : StoredDocument<Erasure>
{
    public static StoredErasure Of(Erasure erasure) => new(
        StoredOrigin.Of(erasure.Origin),
        erasure.Version,
        [.. erasure.Events.Select(erased => new StoredErasedEvent(erased.Version, erased.Kind, StoredOrigin.Of(erased.Origin)))]);

    public override Erasure ToDomain() => new(Origin.ToOrigin(), Version, [.. Events.Select(erased => new ErasedEvent(erased.Version, erased.Kind, erased.Origin.ToOrigin()))]);
}

/// <summary>That something had happened.</summary>
internal sealed record StoredErasedEvent(long Version, LifecycleTrigger Kind, StoredOrigin Origin);

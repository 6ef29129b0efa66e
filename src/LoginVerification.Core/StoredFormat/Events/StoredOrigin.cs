using NodaTime;

namespace LoginVerification;

/// <summary>When, by whom and where something happened, format 1.</summary>
internal sealed record StoredOrigin(Instant At, Initiator By, Surface? Surface)
{
    public static StoredOrigin Of(Origin origin) => new(origin.At, origin.By, origin.Surface);

    public Origin ToOrigin() => new(At, By, Surface);
}

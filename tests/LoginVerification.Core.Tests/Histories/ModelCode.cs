using NodaTime;

namespace LoginVerification.Tests;

/// <summary>A code that came by SMS, as the model remembers it.</summary>
internal sealed class ModelCode(string number, string text, Instant issuedAt, Instant numberLapsesAt)
{
    private static readonly Duration Life = Duration.FromMinutes(10);

    public string Number => number;

    /// <summary>Empty while it never left.</summary>
    public string Text { get; set; } = text;

    public Instant IssuedAt { get; private set; } = issuedAt;

    public Instant ExpiresAt { get; private set; } = numberLapsesAt - issuedAt < Life ? numberLapsesAt : issuedAt + Life;

    public int WrongTries { get; set; }

    /// <summary>Put out of force by a newer code, a cancel or a lapse.</summary>
    public bool IsSuperseded { get; set; }

    public bool IsUsed { get; set; }

    /// <summary>Out of the books since something happened after its death; a clock that goes back afterwards does not bring it back.</summary>
    public bool IsForgotten { get; set; }

    public bool IsInsideItsLife(Instant now) => IssuedAt <= now && now < ExpiresAt;

    /// <summary>It was issued by a clock that was so far ahead.</summary>
    public void MoveBack(Duration ahead) => (IssuedAt, ExpiresAt) = (IssuedAt - ahead, ExpiresAt - ahead);
}

using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What the model says a command will come to.</summary>
internal sealed class Prophecy
{
    /// <summary>Every reason to refuse; the service may name any of them. None: it has to accept.</summary>
    public HashSet<RefusalCode> Refusals { get; init; } = [];

    /// <summary>When it happens: the present, or with a clock that differs a little the time of what happened last.</summary>
    public required Instant At { get; init; }

    /// <summary>The names of the events, in order.</summary>
    public List<string> Events { get; } = [];

    /// <summary>What the owner is told, and who made it happen.</summary>
    public List<(NoticeKind Kind, Initiator By)> Notices { get; } = [];

    /// <summary>The number that gets a code.</summary>
    public string? CodeGoesTo { get; set; }

    /// <summary>The code that comes once more, or null for a new one.</summary>
    public string? Repeated { get; set; }

    /// <summary>A code was handed to the gateway, which refused it.</summary>
    public bool IsLost { get; set; }

    /// <summary>The number that is told that it is no longer in force.</summary>
    public string? Replaced { get; set; }

    /// <summary>Changes the model once the service has agreed; it gets the code that came, if one did.</summary>
    public Action<string?> Fulfil { get; set; } = _ => { };
}

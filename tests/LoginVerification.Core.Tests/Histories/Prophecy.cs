namespace LoginVerification.Tests;

/// <summary>What the model says a command will come to.</summary>
internal sealed class Prophecy
{
    /// <summary>Every reason to refuse; the service may name any of them. None: it has to accept.</summary>
    public required IReadOnlySet<RefusalCode> Refusals { get; init; }

    /// <summary>The names of the events, in order.</summary>
    public List<string> Events { get; } = [];

    public List<NoticeKind> Notices { get; } = [];

    /// <summary>The number that gets a code.</summary>
    public string? CodeGoesTo { get; set; }

    /// <summary>The number that is told that it is no longer in force.</summary>
    public string? Replaced { get; set; }

    /// <summary>Changes the model once the service has agreed; it gets the code that came, if one did.</summary>
    public Action<string?> Fulfil { get; set; } = _ => { };
}

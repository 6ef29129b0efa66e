namespace LoginVerification.Pages;

/// <summary>Why a form was not accepted, for its page to tell. Immutable.</summary>
/// <param name="form">Which form: the name of its action.</param>
/// <param name="text">What was wrong, in one sentence.</param>
public sealed class PageProblem(string form, string text)
{
    /// <summary>Which form.</summary>
    public string Form { get; } = form;

    /// <summary>What was wrong, in one sentence.</summary>
    public string Text { get; } = text;

    /// <summary>The id of the field that it is about, or null for the form as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>The refusal, with its ways out; null where the form did not come as far as the service.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What was typed, to be shown again; never a code.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();
}

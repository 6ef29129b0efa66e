using Microsoft.AspNetCore.Http;

namespace LoginVerification.Http;

/// <summary>What the OpenAPI description, and the page on HTTP, say of a call.</summary>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Answer">The answer where it is yes.</param>
internal sealed record CallDescription(string Summary, AnswerDescription Answer)
{
    /// <summary>What else there is to know.</summary>
    public string? Remarks { get; init; }

    /// <summary>The body that it takes, or null.</summary>
    public BodyDescription? Body { get; init; }

    /// <summary>The parts of its address and its query.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>Whether it takes an idempotency key.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>The refusals that are its own. Which others there can be, the policy and the host decide.</summary>
    public IReadOnlyList<RefusalCode> Refusals { get; init; } = [];
}

/// <summary>A body.</summary>
/// <param name="Type">Its record.</param>
/// <param name="Required">The fields that have to be there.</param>
/// <param name="Example">One, as JSON.</param>
/// <param name="IsOptional">Whether it can be left out.</param>
internal sealed record BodyDescription(Type Type, IReadOnlyList<string> Required, string Example, bool IsOptional)
{
    public static BodyDescription Of<TBody>(string example, bool isOptional = false)
        where TBody : class, IRequestBody<TBody> => new(typeof(TBody), [.. TBody.Required.Select(field => field.Name)], example, isOptional);
}

/// <summary>The answer where it is yes.</summary>
/// <param name="Type">Its record.</param>
/// <param name="Example">One.</param>
/// <param name="Text">What it says.</param>
/// <param name="Status">Its status.</param>
internal sealed record AnswerDescription(Type Type, object Example, string Text, int Status = StatusCodes.Status200OK);

/// <summary>A part of the address or of the query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it is.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Example">One.</param>
/// <param name="IsQuery">Whether it is in the query, where it can be left out.</param>
internal sealed record ParameterDescription(string Name, string Text, Type Type, object Example, bool IsQuery = false);

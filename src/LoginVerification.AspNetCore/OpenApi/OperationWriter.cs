using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace LoginVerification.Http;

/// <summary>Writes what is known of a call into the host's OpenAPI document.</summary>
internal static class OperationWriter
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static Task WriteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, Call call)
    {
        var document = context.Document!;
        var description = call.Description;
        operation.OperationId = IdOf(context.Description.HttpMethod!, context.Description.RelativePath!);
        operation.Summary = description.Summary;
        operation.Description = description.Remarks ?? $"{description.Summary}. {description.Answer.Text}";
        operation.Parameters = [.. description.Parameters.Select(parameter => ParameterOf(parameter, document)), .. HeadersOf(call, context.ApplicationServices, document)];
        operation.RequestBody = description.Body is { } body ? BodyOf(body, document) : null;
        operation.Responses = ResponsesOf(call, document);
        return Task.CompletedTask;
    }

    /// <summary>The address is each call's own, also where the host maps the calls several times.</summary>
    private static string IdOf(string method, string path)
    {
        var id = new StringBuilder(method.ToLowerInvariant());
        foreach (var word in path.Split(['/', '-', '{', '}', '.', ':'], StringSplitOptions.RemoveEmptyEntries))
            id.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        return id.ToString();
    }

    private static OpenApiParameter ParameterOf(ParameterDescription parameter, OpenApiDocument document) => new()
    {
        Name = parameter.Name,
        In = parameter.IsQuery ? ParameterLocation.Query : ParameterLocation.Path,
        Required = !parameter.IsQuery,
        Description = parameter.Text,
        Schema = Schemas.Of(parameter.Type, document),
        Example = JsonSerializer.SerializeToNode(parameter.Example),
    };

    private static IEnumerable<OpenApiParameter> HeadersOf(Call call, IServiceProvider services, OpenApiDocument document)
    {
        if (call.Description.IsIdempotent)
        {
            yield return HeaderOf(
                IdempotencyKeyHeader.Name,
                $"Names the request, so that its repetition is answered as it was: a string of 1 to {Caller.MaxIdempotencyKeyLength} characters in quotes.",
                "\"5f9f1c1e-8e0b-4b57-9a4f-3f0b5d1c8a11\"",
                document);
        }

        if (call.NeedsAntiforgery)
            yield return HeaderOf(services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.HeaderName!, "The antiforgery token; not needed with an Authorization header of the scheme Bearer or DPoP.", "CfDJ8…", document);
    }

    private static OpenApiParameter HeaderOf(string name, string text, string example, OpenApiDocument document) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = text,
        Schema = Schemas.Of(typeof(string), document),
        Example = JsonValue.Create(example),
    };

    private static OpenApiRequestBody BodyOf(BodyDescription body, OpenApiDocument document) => new()
    {
        Required = !body.IsOptional,
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = Schemas.Of(body.Type, document, body.Required), Example = JsonNode.Parse(body.Example) } },
    };

    private static OpenApiResponses ResponsesOf(Call call, OpenApiDocument document)
    {
        var answer = call.Description.Answer;
        OpenApiResponse yes = new()
        {
            Description = answer.Text,
            Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = Schemas.Of(answer.Type, document), Example = JsonSerializer.SerializeToNode(answer.Example, AnswerJson.Default.GetTypeInfo(answer.Type)!) } },
        };
        if (call.Description.IsIdempotent)
            yes.Headers = new Dictionary<string, IOpenApiHeader> { [IdempotencyKeyHeader.Replayed] = new OpenApiHeader { Description = "`true` where the answer is told again.", Schema = Schemas.Of(typeof(string), document) } };
        OpenApiResponses responses = new() { [Text(answer.Status)] = yes };
        foreach (var status in call.Problems().GroupBy(problem => problem.Status).OrderBy(status => status.Key))
            responses[Text(status.Key)] = ProblemsOf(status.Key, [.. status], document);
        return responses;
    }

    private static OpenApiResponse ProblemsOf(int status, IReadOnlyList<Problem> problems, OpenApiDocument document) => new()
    {
        Description = $"A problem: {string.Join(", ", problems.Select(problem => $"`{problem.Code}`"))}.",
        Headers = status == StatusCodes.Status429TooManyRequests
            ? new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = new OpenApiHeader { Description = "The seconds to wait.", Schema = Schemas.Of(typeof(long), document) } }
            : null,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ProblemJson] = new()
            {
                Schema = Schemas.Of(typeof(Problem), document),
                Examples = problems.ToDictionary(problem => problem.Code, IOpenApiExample (problem) => new OpenApiExample { Summary = problem.Title, Value = JsonSerializer.SerializeToNode(problem, AnswerJson.Default.Problem) }),
            },
        },
    };

    private static string Text(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

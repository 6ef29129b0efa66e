using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification.Http;

/// <summary>An answer in JSON.</summary>
internal sealed class JsonAnswer : IResult
{
    private readonly byte[] body;
    private readonly int status;
    private readonly string contentType;

    private JsonAnswer(byte[] body, int status, string contentType) => (this.body, this.status, this.contentType) = (body, status, contentType);

    /// <summary>The seconds of the header Retry-After, or null.</summary>
    private long? RetryAfter { get; init; }

    public static JsonAnswer Of<T>(T value, JsonTypeInfo<T> json, int status = StatusCodes.Status200OK) => new(JsonSerializer.SerializeToUtf8Bytes(value, json), status, "application/json");

    public static JsonAnswer Of(Problem problem) => new(JsonSerializer.SerializeToUtf8Bytes(problem, AnswerJson.Default.Problem), problem.Status, "application/problem+json")
    {
        RetryAfter = problem.Status == StatusCodes.Status429TooManyRequests ? problem.RetryAfterSeconds : null,
    };

    public static JsonAnswer Of(RequestFault fault, string? path = null) => Of(Problem.Of(fault, path));

    public static JsonAnswer Of(Refusal refusal, HttpContext context) => Of(Problem.Of(refusal, NowIn(context)));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, contentType, body.Length);
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return response.Body.WriteAsync(body).AsTask();
    }

    private static Instant NowIn(HttpContext context) => Instant.FromDateTimeOffset(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}

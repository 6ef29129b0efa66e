using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Http;

/// <summary>
/// How the owner's commands are read and answered. A command that has come whole is carried out, whatever becomes of the connection: a client that lost it repeats
/// the request under its idempotency key, and is answered as it would have been. Reads end with the connection.
/// </summary>
internal static class OwnerCalls
{
    /// <summary>Gives a command.</summary>
    public delegate ValueTask<EnrolmentResult> Give(UserEnrolment user);

    /// <summary>Gives a command that has a body.</summary>
    public delegate ValueTask<EnrolmentResult> Give<TBody>(UserEnrolment user, TBody body);

    public static CallHandler Command(Give give, int status = StatusCodes.Status200OK) => context => GiveAsync(context, give, status);

    public static CallHandler Command<TBody>(Give<TBody> give, int status = StatusCodes.Status200OK)
        where TBody : class, IRequestBody<TBody> => async context =>
        await RequestBody.ReadAsync<TBody>(context).ConfigureAwait(false) is var reading && reading.Succeeded(out var body)
            ? await GiveAsync(context, user => give(user, body), status).ConfigureAwait(false)
            : JsonAnswer.Of(reading.Fault, reading.Path);

    /// <summary>Gives a command and writes its answer.</summary>
    public static Task<IResult> GiveAsync(HttpContext context, Give give, int status = StatusCodes.Status200OK) =>
        GiveAsync(context, give, result => JsonAnswer.Of(CommandAnswer.Of(result), AnswerJson.Default.CommandAnswer, status));

    /// <summary>Gives a command whose yes has an answer of its own.</summary>
    public static async Task<IResult> GiveAsync(HttpContext context, Give give, Func<EnrolmentResult, IResult> answer)
    {
        if (!IdempotencyKeyHeader.TryRead(context.Request, out var key))
            return JsonAnswer.Of(RequestFault.IdempotencyKeyMalformed);
        EnrolmentResult result = await give(context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context, key)).ConfigureAwait(false);
        if (result.Replayed)
            context.Response.Headers[IdempotencyKeyHeader.Replayed] = "true";
        return result.Refusal is { } refusal ? JsonAnswer.Of(refusal, context) : answer(result);
    }
}

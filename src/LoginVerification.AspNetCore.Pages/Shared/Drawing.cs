using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoginVerification.Pages;

/// <summary>Draws a page as the answer to a request.</summary>
internal static class Drawing
{
    public static IResult Draw<TPage>(this PageScope scope, int status, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TPage : IComponent
    {
        var given = new Dictionary<string, object?> { ["Scope"] = scope };
        foreach (var (name, value) in parameters)
            given[name] = value;
        return new RazorComponentResult(scope.ComponentFor<TPage>(), given) { StatusCode = status, PreventStreamingRendering = true };
    }

    /// <summary>Where an accepted form leads: loaded again, the page posts nothing.</summary>
    public static IResult SeeOther(this HttpContext context, string address)
    {
        context.Response.Headers.Location = Ascii(address);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A header has no other letters (RFC 9110, section 5.5): the server would answer 500, after the command was carried out.</summary>
    private static string Ascii(string address) =>
        address.All(char.IsAscii) ? address : string.Concat(address.EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString())));
}

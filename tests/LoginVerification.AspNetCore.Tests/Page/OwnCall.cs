using LoginVerification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Example;

public static class OwnCall
{
    public static void Map(WebApplication app)
    {
        app.MapLoginVerification("/account/login-verification", routes =>
        {
            routes.SubmitPhone = "/number"; // another name
            routes.Status = null;           // left out
        });
        app.MapGet("/account/login-verification", async (HttpContext context, IEnrolmentService enrolments) =>
            (await enrolments.ForUser(context).GetStatusAsync(context.RequestAborted)).State).RequireAuthorization();
    }
}

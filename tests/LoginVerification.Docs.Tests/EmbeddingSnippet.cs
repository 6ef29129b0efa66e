using System.Security.Cryptography;
using LoginVerification;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HostOfTheReadme;

/// <summary>The code of the README's first screen, as it stands there, in a namespace that sees no more than its usings.</summary>
internal static class EmbeddingSnippet
{
    public static async Task<(EnrolmentResult Result, string Message)> RunAsync()
    {
        #region enrol
        var services = new ServiceCollection();
        services.AddLoginVerification(o =>
            {
                o.SmsHost = "example.com";
                o.CodeKeys["2026-11"] = RandomNumberGenerator.GetBytes(32); // yours comes from a vault
            })
            .UsePhoneNumbers().UseInMemoryStore().UseConsole("Development");
        var enrolments = services.BuildServiceProvider().GetRequiredService<IEnrolmentService>();

        var user = enrolments.ForUser(AccountId.Parse("account-1"), Surface.Parse("web"), authenticatedAt: SystemClock.Instance.GetCurrentInstant());
        var result = await user.SubmitPhoneAsync("+972502345678");
        var message = result.Refusal switch
        {
            null => $"Code sent; you are {result.State}.",
            { WaysOut: [var way, ..] } no => $"{no.Code}: {way}",
            var no => $"{no.Code} ({no.Source})",
        };
        #endregion
        return (result, message);
    }
}

#region sign in
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using LoginVerification;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Example;

public sealed class SignIn(IEnrolmentService enrolments, TimeProvider time)
{
    /// <summary>What comes after the right password.</summary>
    public async Task<SignInStep> AfterPasswordAsync(AccountId account, CancellationToken cancellationToken)
    {
        var requirement = await enrolments.GetLoginRequirementAsync(account, cancellationToken);
        return requirement switch
        {
            LoginRequirement.PasswordOnly => SignInStep.Done,
            LoginRequirement.Verify { Channel: VerificationChannel.Sms } => SignInStep.AskForSmsCode,
            LoginRequirement.Verify { Channel: VerificationChannel.AppPush } => SignInStep.WaitForTheApp,
            LoginRequirement.Blocked => SignInStep.Recover, // never Done
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Signs the user in, or anew after the password was given again: auth_time and amr are those of OpenID Connect Core and RFC 8176.</summary>
    public Task FinishAsync(HttpContext http, AccountId account, AuthenticationFactors factors) =>
        http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Value),
                new Claim("auth_time", time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                new Claim("amr", factors is AuthenticationFactors.MultiFactor ? "mfa" : "pwd"),
            ],
            "password")));
}

public enum SignInStep
{
    Done,
    AskForSmsCode,
    WaitForTheApp,
    Recover,
}
#endregion

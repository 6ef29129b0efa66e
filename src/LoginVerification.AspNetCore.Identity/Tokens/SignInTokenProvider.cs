using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>
/// The second step as Identity's token providers: making a token asks the owner, and giving one answers. So pages that know providers alone work unchanged.
/// </summary>
internal abstract class SignInTokenProvider<TUser>(VerificationChannel channel, IEnrolmentService enrolments, TwoFactorCookie cookie, SignInFlow flow, SignInRequests requests, IHttpContextAccessor accessor) : IUserTwoFactorTokenProvider<TUser>
    where TUser : class
{
    /// <summary>What a page gets in place of a code: the code goes out by itself, and no page learns it.</summary>
    public const string Sent = "(sent by LoginVerification)";

    private const string TwoFactor = "TwoFactor";

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<TUser> manager, TUser user) =>
        await enrolments.GetLoginRequirementAsync(AccountId.Parse(await manager.GetUserIdAsync(user).ConfigureAwait(false))).ConfigureAwait(false) is LoginRequirement.Verify(var active)
        && active == channel;

    /// <summary>Sends it once more, as often as the policy allows: the step before sent it the first time.</summary>
    public async Task<string> GenerateAsync(string purpose, UserManager<TUser> manager, TUser user)
    {
        if (purpose == TwoFactor && await ReadAsync(manager, user).ConfigureAwait(false) is var (context, step))
            await flow.ResendAsync(context, step.Pending).ConfigureAwait(false);
        return Sent;
    }

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<TUser> manager, TUser user) =>
        purpose == TwoFactor
        && await ReadAsync(manager, user).ConfigureAwait(false) is var (context, step)
        && await requests.AnswerAsync(context, step.Pending, token).ConfigureAwait(false) is SignInAnswer.Approved;

    private async Task<(HttpContext Context, FirstStep Step)?> ReadAsync(UserManager<TUser> manager, TUser user) =>
        accessor.HttpContext is { } context
        && await cookie.ReadAsync(context).ConfigureAwait(false) is { } step
        && await step.IsOfAsync(manager, user).ConfigureAwait(false)
            ? (context, step)
            : null;
}

/// <summary>A code by SMS, in place of Identity's own provider.</summary>
internal sealed class SmsTokenProvider<TUser>(IEnrolmentService enrolments, TwoFactorCookie cookie, SignInFlow flow, SignInRequests requests, IHttpContextAccessor accessor)
    : SignInTokenProvider<TUser>(VerificationChannel.Sms, enrolments, cookie, flow, requests, accessor)
    where TUser : class;

/// <summary>The app.</summary>
internal sealed class AppTokenProvider<TUser>(IEnrolmentService enrolments, TwoFactorCookie cookie, SignInFlow flow, SignInRequests requests, IHttpContextAccessor accessor)
    : SignInTokenProvider<TUser>(VerificationChannel.AppPush, enrolments, cookie, flow, requests, accessor)
    where TUser : class;

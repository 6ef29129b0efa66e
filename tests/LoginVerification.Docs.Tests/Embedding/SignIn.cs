using System.Diagnostics;

namespace LoginVerification.Docs.Tests;

/// <summary>What a host does after the right password.</summary>
internal sealed class SignIn(IEnrolmentService enrolments)
{
    #region sign in
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
    #endregion
}

internal enum SignInStep
{
    Done,
    AskForSmsCode,
    WaitForTheApp,
    Recover,
}

namespace LoginVerification;

/// <summary>The enrolments, with Identity's users following each accepted command.</summary>
internal sealed class FollowedEnrolments<TUser>(IEnrolmentService inner, FollowingUsers<TUser> users) : IEnrolmentService
    where TUser : class
{
    public async ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var result = await inner.HandleAsync(await users.SoundAsync(caller).ConfigureAwait(false), command, cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
            await users.FollowAsync(caller.Account).ConfigureAwait(false);
        return result;
    }

    public async ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return await inner.GetStatusAsync(await users.SoundAsync(caller).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return await inner.IssueDeviceTokenAsync(await users.SoundAsync(caller).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default) => inner.GetLoginRequirementAsync(account, cancellationToken);

    public async ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var result = await inner.EraseAsync(caller, cancellationToken).ConfigureAwait(false);
        await users.FollowAsync(caller.Account).ConfigureAwait(false);
        return result;
    }

    public ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default) => inner.FindAccountsAsync(number, cancellationToken);
}

namespace LoginVerification;

/// <summary>The enrolments, with Identity's users following each accepted command.</summary>
internal sealed class FollowedEnrolments<TUser>(IEnrolmentService inner, FollowingUsers<TUser> users) : IEnrolmentService
    where TUser : class
{
    public async ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var session = await users.ReadSessionAsync(caller.Account, forCommand: true).ConfigureAwait(false);
        var result = await inner.HandleAsync(SoundOf(caller, session), command, cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
            await users.FollowAsync(caller.Account, session).ConfigureAwait(false);
        return result;
    }

    public async ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var session = await users.ReadSessionAsync(caller.Account, forCommand: false).ConfigureAwait(false);
        return await inner.GetStatusAsync(SoundOf(caller, session), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var session = await users.ReadSessionAsync(caller.Account, forCommand: true).ConfigureAwait(false);
        return await inner.IssueDeviceTokenAsync(SoundOf(caller, session), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default) => inner.GetLoginRequirementAsync(account, cancellationToken);

    public async ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var session = await users.ReadSessionAsync(caller.Account, forCommand: false).ConfigureAwait(false);
        var result = await inner.EraseAsync(caller, cancellationToken).ConfigureAwait(false);
        await users.FollowAsync(caller.Account, session).ConfigureAwait(false);
        return result;
    }

    public ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default) => inner.FindAccountsAsync(number, cancellationToken);

    /// <summary>What an owner's session that ended claims is no authentication.</summary>
    private static Caller SoundOf(Caller caller, Session session) => session is Session.Ended && caller is { Initiator: Initiator.User, Surface: { } surface, AuthenticatedAt: not null }
        ? Caller.User(caller.Account, surface, authenticatedAt: null) with { CorrelationId = caller.CorrelationId, Language = caller.Language, IdempotencyKey = caller.IdempotencyKey }
        : caller;
}

using System.Linq.Expressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace LoginVerification;

/// <summary>
/// Moves the users that Identity has into their enrolments: each confirmed number, enabled where the number was the second factor. It sends nothing, ends no
/// session, and can be run again; run it before the first sign-in with this package. Thread-safe.
/// </summary>
/// <typeparam name="TUser">The host's user.</typeparam>
public sealed class IdentityMoveIn<TUser>
    where TUser : class
{
    private const string Staff = "identity-move-in";
    private const int Batch = 100;

    private readonly IServiceScopeFactory scopes;
    private readonly IEnrolmentService enrolments;
    private readonly TimeProvider time;

    /// <summary>Resolve it: <c>app.Services.GetRequiredService&lt;IdentityMoveIn&lt;IdentityUser&gt;&gt;()</c>.</summary>
    /// <param name="scopes">For the users of each batch.</param>
    /// <param name="enrolments">Where they move to.</param>
    /// <param name="time">The clock.</param>
    public IdentityMoveIn(IServiceScopeFactory scopes, IEnrolmentService enrolments, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(enrolments);
        ArgumentNullException.ThrowIfNull(time);
        (this.scopes, this.enrolments, this.time) = (scopes, enrolments, time);
    }

    /// <summary>Moves every user, in batches. Users who change meanwhile are safe: who was missed is refused at sign-in, and moved by the next run.</summary>
    /// <param name="progress">Told of each user; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two users; who was moved stays.</param>
    /// <exception cref="NotSupportedException">The user store cannot be queried.</exception>
    public async Task<MoveInReport> RunAsync(IProgress<MovedUser>? progress = null, CancellationToken cancellationToken = default)
    {
        var report = new MoveInReport();
        for (var skipped = 0; ; skipped += Batch)
        {
            await using var scope = scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<LoginVerificationUserManager<TUser>>();
            var batch = await ReadAsync(InOrder(users.Users).Skip(skipped).Take(Batch), cancellationToken).ConfigureAwait(false);
            foreach (var user in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var moved = await MoveAsync(users, user, cancellationToken).ConfigureAwait(false);
                report.Add(moved);
                progress?.Report(moved);
            }

            if (batch.Count < Batch)
                return report;
        }
    }

    private async Task<MovedUser> MoveAsync(LoginVerificationUserManager<TUser> users, TUser user, CancellationToken cancellationToken)
    {
        var account = await users.AccountOfAsync(user).ConfigureAwait(false);
        if (await users.HasVerifiedPhoneAsync(user, cancellationToken).ConfigureAwait(false))
        {
            await users.FollowEnrolmentAsync(user, cancellationToken).ConfigureAwait(false);
            return new(account, MoveInOutcome.AlreadyThere);
        }

        // Columns that were copied from an enrolment which is no more say nothing of their own.
        if (await users.FollowEnrolmentAsync(user, cancellationToken).ConfigureAwait(false))
            return new(account, MoveInOutcome.NothingToMove);
        var twoFactor = await users.GetTwoFactorEnabledAsync(user).ConfigureAwait(false);
        var others = twoFactor ? await users.GetValidTwoFactorProvidersAsync(user).ConfigureAwait(false) : [];
        if (!await users.IsPhoneNumberConfirmedAsync(user).ConfigureAwait(false) || await users.GetPhoneNumberAsync(user).ConfigureAwait(false) is not { Length: > 0 } number)
            return new(account, !twoFactor ? MoveInOutcome.NothingToMove : others.Count > 0 ? MoveInOutcome.LeftToIdentity : MoveInOutcome.Unprotected);

        VerificationChannel? channel = twoFactor && !others.Contains(users.Options.Tokens.AuthenticatorTokenProvider) ? VerificationChannel.Sms : null;
        var result = await enrolments.ForOperator(account, Staff)
            .ImportVerifiedPhoneAsync(number, Instant.FromDateTimeOffset(time.GetUtcNow()), channel, cancellationToken).ConfigureAwait(false);
        if (result.Refusal is { } refusal)
            return new(account, MoveInOutcome.Refused) { Refusal = refusal };
        await users.FollowEnrolmentAsync(user, CancellationToken.None).ConfigureAwait(false);
        return new(account, MoveInOutcome.Moved) { Enabled = channel };
    }

    /// <summary>Pages need an order. Identity's users have an id, and a user of another shape stays in the order that its store has.</summary>
    private static IQueryable<TUser> InOrder(IQueryable<TUser> users)
    {
        if (typeof(TUser).GetProperty("Id") is not { } id)
            return users;
        var user = Expression.Parameter(typeof(TUser), "user");
        var ordered = Expression.Call(typeof(Queryable), nameof(Queryable.OrderBy), [typeof(TUser), id.PropertyType], users.Expression, Expression.Lambda(Expression.Property(user, id), user));
        return users.Provider.CreateQuery<TUser>(ordered);
    }

    private static async Task<List<TUser>> ReadAsync(IQueryable<TUser> users, CancellationToken cancellationToken)
    {
        if (users is not IAsyncEnumerable<TUser> awaited)
            return [.. users];
        var read = new List<TUser>();
        await foreach (var user in awaited.WithCancellation(cancellationToken).ConfigureAwait(false))
            read.Add(user);
        return read;
    }
}

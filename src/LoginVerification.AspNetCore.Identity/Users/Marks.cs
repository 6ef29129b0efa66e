using Microsoft.AspNetCore.Identity;

namespace LoginVerification;

/// <summary>What is remembered of a user beside Identity's columns, among the user's tokens, saved with the user.</summary>
internal static class Marks
{
    /// <summary>What protected the log-in when the columns were last written.</summary>
    public const string Binding = "Binding";

    /// <summary>The hash of the authenticator's key that counts.</summary>
    public const string Authenticator = "Authenticator";

    private const string Owner = "[LoginVerification]";

    public static async Task<string?> ReadAsync<TUser>(IUserStore<TUser> store, TUser user, string name, CancellationToken cancellationToken)
        where TUser : class => await TokensOf(store).GetTokenAsync(user, Owner, name, cancellationToken).ConfigureAwait(false);

    public static async Task WriteAsync<TUser>(IUserStore<TUser> store, TUser user, string name, string value, CancellationToken cancellationToken)
        where TUser : class => await TokensOf(store).SetTokenAsync(user, Owner, name, value, cancellationToken).ConfigureAwait(false);

    private static IUserAuthenticationTokenStore<TUser> TokensOf<TUser>(IUserStore<TUser> store)
        where TUser : class => store as IUserAuthenticationTokenStore<TUser>
            ?? throw new NotSupportedException($"{store.GetType().Name} keeps no tokens of users. Use a store that is an IUserAuthenticationTokenStore, as that of Entity Framework Core.");
}

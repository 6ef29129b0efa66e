using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>What a host without ASP.NET Core Identity calls once it has checked a password.</summary>
public static class SecondFactorSessions
{
    /// <summary>How long the right password counts, from when it was given. Longer than a code lives, so that its owner is told that it is over.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Remembers in a protected cookie of this browser that the password was right. Redirect to the page of the second step then. It begins no session: the account is
    /// signed in by <see cref="LoginVerificationHttpOptions.LetIn"/>, once the second factor was given or where none is asked for. It counts for 15 minutes from
    /// now, however often the owner is asked, and for one minute where the password suffices alone: it may have been changed since, which the cookie is not told.
    /// With ASP.NET Core Identity it ends when the user's security stamp changes.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="account">Whose password was right.</param>
    public static ValueTask BeginSecondFactorAsync(this HttpContext context, AccountId account)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(account);
        return context.RequestServices.GetRequiredService<ISecondFactorSession>().KeepAsync(context, new PendingSignIn(account));
    }
}

/// <summary>A cookie of its own, and no authentication scheme: a second scheme would take a host's only one the place of the default.</summary>
internal sealed class SecondFactorCookie(IDataProtectionProvider protection, IOptions<LoginVerificationHttpOptions> options, TimeProvider time) : ISecondFactorSession
{
    private const string Name = "login-verification";

    /// <summary>How long the password suffices alone. A page goes on at once; nobody changes a password and turns verification off meanwhile.</summary>
    private static readonly TimeSpan LifeAlone = TimeSpan.FromMinutes(1);

    private readonly IDataProtector protector = protection.CreateProtector("LoginVerification.SecondFactorCookie");

    /// <summary>Whoever maps a call that lets in has said how, unless who waits is kept elsewhere.</summary>
    /// <exception cref="InvalidOperationException">They have not.</exception>
    public static void EnsureLetIn(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        if (scope.ServiceProvider.GetService<ISecondFactorSession>() is SecondFactorCookie cookie)
            _ = cookie.LetIn;
    }

    private Func<HttpContext, AccountId, SignInAnswer.Approved?, Task> LetIn => options.Value.LetIn ?? throw new InvalidOperationException(
        "Nobody said how a session begins for who gave the second factor. Set LoginVerificationHttpOptions.LetIn to what calls HttpContext.SignInAsync, use LoginVerification.AspNetCore.Identity, or leave out the calls of the sign-in.");

    public ValueTask<PendingSignIn?> ReadAsync(HttpContext context) => ValueTask.FromResult(Find(context)?.Pending);

    public ValueTask KeepAsync(HttpContext context, PendingSignIn pending)
    {
        if (pending.Challenge is null)
            Write(context, new FirstStep(pending, time.GetUtcNow()));
        else if (Find(context) is { } step && step.Pending.Account == pending.Account)
            Write(context, step with { Pending = pending });
        return ValueTask.CompletedTask;
    }

    public async ValueTask<bool> LetInAsync(HttpContext context, PendingSignIn pending, SignInAnswer.Approved? answer, bool remembersBrowser)
    {
        var mayComeIn = answer is not null || (Find(context) is { } step && step.Pending.Account == pending.Account && IsWithin(LifeAlone, step));
        if (mayComeIn)
            await LetIn(context, pending.Account, answer).ConfigureAwait(false);
        context.Features.Set(new Written(null));
        context.Response.Cookies.Delete(Name, OwnCookies.Settings(context));
        return mayComeIn;
    }

    private FirstStep? Find(HttpContext context) =>
        context.Features.Get<Written>() is { } written ? written.Step
        : context.Request.Cookies[Name] is { } cookie && Read(cookie) is { } step && IsWithin(SecondFactorSessions.Life, step) ? step
        : null;

    private bool IsWithin(TimeSpan life, FirstStep step) => time.GetUtcNow() - step.At < life;

    private void Write(HttpContext context, FirstStep step)
    {
        context.Features.Set(new Written(step));
        context.Response.Cookies.Append(Name, protector.Protect(JsonSerializer.Serialize(step)), OwnCookies.Settings(context));
    }

    private FirstStep? Read(string cookie)
    {
        try
        {
            return JsonSerializer.Deserialize<FirstStep>(protector.Unprotect(cookie));
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException or DecoderFallbackException or JsonException)
        {
            // Of another key ring, or made up: as if there were none.
            return null;
        }
    }

    /// <summary>What this request wrote: its cookie is the browser's only with the answer.</summary>
    private sealed record Written(FirstStep? Step);

    /// <summary>Who waits, and when the password was given: the time of the first cookie, in each that follows it.</summary>
    private sealed record FirstStep(PendingSignIn Pending, DateTimeOffset At);
}

using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>A browser: a jar of cookies, and nothing else.</summary>
internal sealed class Browser : IDisposable
{
    private readonly Site site;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    public Browser(Site site)
    {
        this.site = site;
        client = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { DefaultRequestHeaders = { { "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" } } };
    }

    /// <summary>The same cookies in another browser: what this one is told from now on is not told there.</summary>
    public Browser Copy()
    {
        var copy = new Browser(site);
        copy.cookies.Add(cookies.GetAllCookies());
        return copy;
    }

    /// <summary>One request to a page of the site's.</summary>
    public Task<T> DoAsync<T>(Func<HttpContext, Task<T>> page) => site.SendAsync(client, page);

    /// <summary>One request to a page that works with Identity's sign-in manager.</summary>
    public Task<T> SignInAsync<T>(Func<SignInManager<IdentityUser>, Task<T>> page) =>
        DoAsync(context => page(context.RequestServices.GetRequiredService<SignInManager<IdentityUser>>()));

    /// <summary>One request to a page that knows the package's.</summary>
    public Task<T> VerifyAsync<T>(Func<LoginVerificationSignInManager<IdentityUser>, Task<T>> page) =>
        DoAsync(context => page(context.RequestServices.GetRequiredService<LoginVerificationSignInManager<IdentityUser>>()));

    /// <summary>One request to the user's own page.</summary>
    public Task<T> ManageAsync<T>(Func<UserManager<IdentityUser>, IdentityUser, Task<T>> page) => DoAsync(async context =>
    {
        var users = context.RequestServices.GetRequiredService<UserManager<IdentityUser>>();
        return await page(users, (await users.GetUserAsync(context.User))!);
    });

    /// <summary>One request to the user's enrolment.</summary>
    public Task<EnrolmentResult> EnrolAsync(Func<UserEnrolment, ValueTask<EnrolmentResult>> command) => DoAsync(async context =>
    {
        var result = await command(context.RequestServices.GetRequiredService<IEnrolmentService>().ForUser(context));
        await context.RequestServices.GetRequiredService<OutboxDispatcher>().DispatchDueAsync();
        return result;
    });

    public async Task AcceptAsync(Func<UserEnrolment, ValueTask<EnrolmentResult>> command) => Assert.Null((await EnrolAsync(command)).Refusal);

    public async Task EnableSmsAsync(string number = Phones.First)
    {
        await AcceptAsync(user => user.SubmitPhoneAsync(number));
        await AcceptAsync(user => user.ConfirmCodeAsync(site.Messages.LastCode(number)));
        await AcceptAsync(user => user.EnableAsync(VerificationChannel.Sms));
    }

    public Task<SignInResult> PasswordAsync(string password = Site.Password) =>
        SignInAsync(manager => manager.PasswordSignInAsync(Site.UserName, password, isPersistent: false, lockoutOnFailure: true));

    public Task<SignInResult> CodeAsync(string code, bool remember = false) =>
        SignInAsync(manager => manager.TwoFactorSignInAsync(TokenOptions.DefaultPhoneProvider, code, isPersistent: false, remember));

    /// <summary>Whose session it has, or null.</summary>
    public Task<string?> WhoAsync() => DoAsync(context => Task.FromResult(context.User.Identity?.IsAuthenticated is true ? context.User.Identity.Name : null));

    public async Task<HttpResponseMessage> PostAsync(string path, object body) => await client.PostAsJsonAsync(new Uri(site.Address, path), body);

    public void Dispose() => client.Dispose();
}

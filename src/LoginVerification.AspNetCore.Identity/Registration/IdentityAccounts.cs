using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoginVerification;

/// <summary>Whose session it is, stands in the claim that Identity's options name.</summary>
internal sealed class IdentityAccounts(IOptions<IdentityOptions> identity) : IConfigureOptions<LoginVerificationHttpOptions>
{
    public void Configure(LoginVerificationHttpOptions options) => options.Account = context => Sessions.AccountOf(context.User, identity.Value);
}

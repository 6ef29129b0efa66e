using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LoginVerification.Identity.Tests.Applications;

/// <summary>A context of its own, because EF keeps one model a type, and with passkeys there is a table more.</summary>
internal sealed class SiteContext(DbContextOptions<SiteContext> options) : IdentityDbContext<IdentityUser>(options);

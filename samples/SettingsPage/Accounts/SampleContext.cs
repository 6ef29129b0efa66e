using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SettingsPage.Devices;

namespace SettingsPage.Accounts;

/// <summary>The users of ASP.NET Core Identity, and what lies on the sample's table: the phone's messages, the app, the mail. Enrolments have a database of their own.</summary>
public sealed class SampleContext(DbContextOptions<SampleContext> options) : IdentityDbContext(options)
{
    public DbSet<Message> Messages => Set<Message>();

    public DbSet<PhoneOff> PhonesOff => Set<PhoneOff>();

    public DbSet<App> Apps => Set<App>();

    public DbSet<Mail> Mails => Set<Mail>();
}

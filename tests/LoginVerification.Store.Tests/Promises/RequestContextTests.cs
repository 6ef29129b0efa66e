using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Store.Tests;

/// <summary>What a host's request has in hand, a command neither saves nor looks at.</summary>
public sealed class RequestContextTests
{
    [Theory]
    [InlineData("SQLite, a host's context")]
    [OnPostgres("PostgreSQL, a host's context")]
    public async Task What_a_request_changed_and_did_not_save_stays_so(string store)
    {
        var kind = StoreKind.Named(store);
        var connection = await kind.CreateAsync();
        using var scene = kind.Begin(connection);
        await using var request = scene.World.Services.CreateAsyncScope();
        var context = request.ServiceProvider.GetRequiredService<HostContext>();
        var customer = new Customer { Name = "as stored" };
        context.Add(customer);
        await context.SaveChangesAsync();
        customer.Name = "changed";
        context.Add(new Customer { Name = "new" });
        var (looks, saves) = (0, 0);
        context.ChangeTracker.DetectingAllChanges += (_, _) => looks++;
        context.SavingChanges += (_, _) => saves++;

        var enrolments = request.ServiceProvider.GetRequiredService<IEnrolmentService>();
        var alice = Caller.User(AccountId.Parse("alice"), Surface.Parse("mobileWeb"), scene.World.Now, AuthenticationFactors.MultiFactor);
        Scene.Accepted(await enrolments.HandleAsync(alice, new SubmitPhone(Scene.Israeli)));
        Scene.Accepted(await enrolments.HandleAsync(alice, new ConfirmCode(scene.Code)));

        Assert.Equal((0, 0), (looks, saves));
        Assert.Equal(["as stored"], Names());
        Assert.Equal(
            [(EntityState.Added, "new"), (EntityState.Modified, "changed")],
            context.ChangeTracker.Entries<Customer>().Select(entry => (entry.State, entry.Entity.Name)).OrderBy(entry => entry.State == EntityState.Modified));
        await context.SaveChangesAsync();
        Assert.Equal(["changed", "new"], Names());

        string[] Names() => [.. kind.Query(connection, "SELECT \"Name\" FROM \"Customers\" ORDER BY \"Id\"").Select(row => (string)row[0])];
    }
}

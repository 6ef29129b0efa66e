using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Identity.Tests.Package;

/// <summary>Enrolments belong to users of one type: those of another would sign in past them.</summary>
public sealed class UserTypeTests
{
    [Fact]
    public void A_second_type_of_user_is_told_what_to_write_instead_of_staying_stock()
    {
        var services = new ServiceCollection();
        services.AddLoginVerification(_ => { });
        services.AddIdentityCore<IdentityUser>().AddLoginVerification();
        var failure = Assert.Throws<InvalidOperationException>(() => services.AddIdentityCore<Member>().AddLoginVerification());
        Assert.Contains("Member", failure.Message, StringComparison.Ordinal);
        Assert.Contains("IdentityUser", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Make both one type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_type_again_changes_nothing()
    {
        var services = new ServiceCollection();
        services.AddLoginVerification(_ => { });
        var builder = services.AddIdentityCore<IdentityUser>().AddLoginVerification();
        var count = services.Count;
        Assert.Same(builder, builder.AddLoginVerification());
        Assert.Equal(count, services.Count);
    }

    private sealed class Member : IdentityUser;
}

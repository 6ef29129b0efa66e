using System.Reflection;
using System.Text.RegularExpressions;

namespace LoginVerification.Tests.Policies;

/// <summary>The documentation of the records and the validators say the same.</summary>
public sealed class PolicyDocsTests
{
    [Theory]
    [InlineData(typeof(CodeRules), nameof(CodeRules.Digits), true)]
    [InlineData(typeof(CodeRules), nameof(CodeRules.Life), true)]
    [InlineData(typeof(CodeRules), nameof(CodeRules.WrongTries), true)]
    [InlineData(typeof(SendRules), nameof(SendRules.ResendWait), true)]
    [InlineData(typeof(SendRules), nameof(SendRules.PerNumber), true)]
    [InlineData(typeof(SendRules), nameof(SendRules.PerAccount), false)]
    [InlineData(typeof(SendRules), nameof(SendRules.Window), true)]
    [InlineData(typeof(LockRules), nameof(LockRules.EveryFailures), true)]
    [InlineData(typeof(LockRules), nameof(LockRules.First), true)]
    [InlineData(typeof(LockRules), nameof(LockRules.Longest), false)]
    [InlineData(typeof(LockRules), nameof(LockRules.FinalFailures), false)]
    [InlineData(typeof(SignInRules), nameof(SignInRules.Codes), true)]
    [InlineData(typeof(SignInRules), nameof(SignInRules.Pushes), true)]
    [InlineData(typeof(SignInRules), nameof(SignInRules.PushLife), true)]
    [InlineData(typeof(SignInRules), nameof(SignInRules.NumberTries), true)]
    [InlineData(typeof(ChannelChangeRules), nameof(ChannelChangeRules.Most), true)]
    [InlineData(typeof(ChannelChangeRules), nameof(ChannelChangeRules.Window), true)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.PendingLapsesAfter), false)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.ReauthenticateWithin), true)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.AccountsPerNumber), true)]
    [InlineData(typeof(PolicyDocument), nameof(PolicyDocument.CoolDownAfterRemoval), true)]
    public void The_documentation_states_the_bounds_that_are_checked(Type record, string property, bool alone)
    {
        var name = property switch { nameof(ChannelChangeRules.Most) => nameof(PolicyBounds.ChannelChanges), nameof(SignInRules.Codes) => nameof(PolicyBounds.SignInCodes), _ => property };
        var bound = typeof(PolicyBounds).GetField(name)!.GetValue(null)!;
        var (least, most) = (Text(bound, "Least"), Text(bound, "Most"));
        Assert.Contains(alone ? $"{least} to {most}" : $"at most {most}", PolicyDocs.Summary(record, property), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_states_the_defaults()
    {
        foreach (var record in new object[] { new CodeRules(), new SendRules(), new LockRules(), new SignInRules(), new ChannelChangeRules() })
        {
            foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                Assert.Matches($"{Regex.Escape(PolicyDocs.Text(property.GetValue(record)!))}(th)? by default|at most {Regex.Escape(PolicyDocs.Text(property.GetValue(record)!))}, which is the default", PolicyDocs.Summary(record.GetType(), property.Name));
        }
    }

    private static string Text(object bound, string side) => PolicyDocs.Text(bound.GetType().GetProperty(side)!.GetValue(bound)!);
}

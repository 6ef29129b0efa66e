using System.Reflection;
using System.Security.Cryptography;
using NodaTime;

namespace LoginVerification.Tests;

public sealed class CodeMatcherTests
{
    private static readonly byte[] OldKey = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] NewKey = [.. Enumerable.Repeat((byte)2, 32)];
    private static readonly CodeMatcher Matcher = new(new CodeKeys([new("old", OldKey), new("new", NewKey)], "new"));

    private static readonly Challenge Current = Given.Challenge(Given.Israeli.Number, "current", Given.Now) with { KeyId = "new" };
    private static readonly Challenge Earlier = Given.Challenge(Given.Israeli.Number, "earlier", Given.Now - Duration.FromMinutes(1)) with { KeyId = "old" };
    private static readonly Challenge Other = Given.Challenge(Given.British.Number, "other", Given.Now - Duration.FromMinutes(1)) with { KeyId = "new" };

    private static readonly Enrolment Enrolment = Given.NoPhone with
    {
        Pending = new PendingPhone(Given.Israeli, Given.Now, Current),
        EarlierChallenges = [Earlier, Other],
    };

    [Fact]
    public void A_code_is_known_for_what_it_is()
    {
        Assert.Equal(CodeMatch.Current, Matcher.Match(Enrolment, CodeOf(Current, NewKey), Given.Now));
        Assert.Equal(CodeMatch.Superseded, Matcher.Match(Enrolment, CodeOf(Earlier, OldKey), Given.Now));
        Assert.Equal(CodeMatch.Foreign, Matcher.Match(Enrolment, CodeOf(Other, NewKey), Given.Now));
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, Wrong(), Given.Now));
    }

    [Fact]
    public void Another_accounts_code_for_the_same_challenge_matches_nothing() =>
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, CodeOf(Current, NewKey, "bob"), Given.Now));

    [Fact]
    public void A_code_under_another_key_than_its_own_matches_nothing() =>
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, CodeOf(Current, OldKey), Given.Now));

    [Fact]
    public void An_earlier_code_is_known_to_the_end_of_its_life_and_no_longer()
    {
        Assert.Equal(CodeMatch.Superseded, Matcher.Match(Enrolment, CodeOf(Earlier, OldKey), Earlier.ExpiresAt - Given.Millisecond));
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, CodeOf(Earlier, OldKey), Earlier.ExpiresAt));
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, CodeOf(Earlier, OldKey), Earlier.IssuedAt - Given.Millisecond));
    }

    [Fact]
    public void A_retired_key_is_told_and_its_codes_match_nothing()
    {
        var rotated = new CodeMatcher(new CodeKeys([new("new", NewKey)], "new"));

        Assert.True(rotated.KeyIsRetired(Earlier));
        Assert.False(rotated.KeyIsRetired(Current));
        Assert.Equal(CodeMatch.None, rotated.Match(Enrolment, CodeOf(Earlier, OldKey), Given.Now));
        Assert.Equal(CodeMatch.Current, rotated.Match(Enrolment, CodeOf(Current, NewKey), Given.Now));
    }

    [Fact]
    public void Without_a_pending_number_no_code_matches() =>
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment with { Pending = null }, CodeOf(Current, NewKey), Given.Now));

    [Fact]
    public void A_malformed_code_matches_nothing() =>
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, $"{CodeOf(Current, NewKey)}0", Given.Now));

    [Fact]
    public void A_code_to_enrol_is_none_to_sign_in_and_the_other_way_round()
    {
        var signIn = Current with { Purpose = CodePurpose.SignIn };

        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment, CodeOf(signIn, NewKey), Given.Now));
        Assert.Equal(CodeMatch.None, Matcher.Match(Enrolment with { Pending = Enrolment.Pending! with { Challenge = signIn } }, CodeOf(Current, NewKey), Given.Now));
    }

    /// <summary>
    /// Time cannot be measured reliably in a test. What is shown is that the comparison is the framework's constant-time one and no other: the
    /// code of the matcher calls it, and calls no comparison of texts or spans. That the framework keeps its promise is taken for granted.
    /// </summary>
    [Fact]
    public void Codes_are_compared_by_the_constant_time_comparison_of_the_framework_and_by_nothing_else()
    {
        var called = typeof(CodeMatcher).GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .SelectMany(CallsOf).ToArray();

        Assert.Contains(called, method => method.DeclaringType == typeof(CryptographicOperations) && method.Name == nameof(CryptographicOperations.FixedTimeEquals));
        Assert.DoesNotContain(called, method => method.DeclaringType == typeof(MemoryExtensions) || method.DeclaringType == typeof(string));
    }

    /// <summary>Every method whose token stands in the body: a superset of what is called.</summary>
    private static IEnumerable<MethodBase> CallsOf(MethodInfo caller)
    {
        var body = caller.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i + 4 < body.Length; i++)
        {
            // call and callvirt, followed by a token of a method
            if (body[i] is not (0x28 or 0x6F) || Resolve(caller, BitConverter.ToInt32(body, i + 1)) is not { } method)
                continue;
            yield return method;
        }
    }

    private static MethodBase? Resolve(MethodInfo caller, int token)
    {
        try
        {
            return caller.Module.ResolveMethod(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Wrong()
    {
        string[] right = [CodeOf(Current, NewKey), CodeOf(Earlier, OldKey), CodeOf(Other, NewKey)];
        return Enumerable.Range(0, 4).Select(i => $"00000{i}").First(code => !right.Contains(code));
    }

    private static string CodeOf(Challenge challenge, byte[] key, string account = "alice")
    {
        var code = new char[6];
        CodeGenerator.Generate(key, AccountId.Parse(account), challenge, code);
        return new string(code);
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Finds out which challenge of an account a given code matches. Each comparison takes the same time, wherever the codes differ.</summary>
internal sealed class CodeMatcher(CodeKeys keys, int digits)
{
    public CodeMatch Match(Enrolment enrolment, CodeInput input, Instant now)
    {
        Span<char> given = stackalloc char[digits];
        if (enrolment.Pending is not { } pending || !CodeReader.TryRead(input, given))
            return CodeMatch.None;

        var match = Matches(enrolment.Account, pending.Challenge, given) ? CodeMatch.Current : CodeMatch.None;
        foreach (var earlier in enrolment.EarlierChallenges)
        {
            if (earlier.IsAlive(now) && Matches(enrolment.Account, earlier, given) && match is CodeMatch.None)
                match = earlier.Number == pending.Details.Number ? CodeMatch.Superseded : CodeMatch.Foreign;
        }

        return match;
    }

    public bool KeyIsRetired(Challenge challenge) => keys.Find(challenge.KeyId) is null;

    private bool Matches(AccountId account, Challenge challenge, ReadOnlySpan<char> given)
    {
        if (keys.Find(challenge.KeyId) is not { } key)
            return false;
        Span<char> right = stackalloc char[digits];
        CodeGenerator.Generate(key, account, challenge, right);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(right), MemoryMarshal.AsBytes(given));
    }
}

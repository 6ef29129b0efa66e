using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NodaTime;

namespace LoginVerification.Engine;

/// <summary>Finds out which challenge of an account a given code matches. Each comparison takes the same time, wherever the codes differ.</summary>
internal sealed class CodeMatcher(CodeKeys keys)
{
    public CodeMatch Match(Enrolment enrolment, CodeInput input, Instant now)
    {
        if (enrolment.Pending is not { } pending)
            return CodeMatch.None;

        var match = Matches(enrolment.Account, pending.Challenge, input) ? CodeMatch.Current : CodeMatch.None;
        foreach (var earlier in enrolment.EarlierChallenges)
        {
            if (earlier.IsAlive(now) && Matches(enrolment.Account, earlier, input) && match is CodeMatch.None)
                match = earlier.Number == pending.Details.Number ? CodeMatch.Superseded : CodeMatch.Foreign;
        }

        return match;
    }

    /// <summary>Whether a code, or a number to match, is that of one challenge.</summary>
    public CodeMatch Match(AccountId account, Challenge challenge, CodeInput input) => Matches(account, challenge, input) ? CodeMatch.Current : CodeMatch.None;

    /// <summary>The number that a sign-in page shows; null when the key was retired, so that nobody can compute it.</summary>
    public MatchingNumber? NumberOf(AccountId account, Challenge challenge)
    {
        if (keys.Find(challenge.KeyId) is not { } key)
            return null;
        Span<char> number = stackalloc char[challenge.Digits];
        CodeGenerator.Generate(key, account, challenge, number);
        return new MatchingNumber(number.ToString());
    }

    public bool KeyIsRetired(Challenge challenge) => keys.Find(challenge.KeyId) is null;

    private bool Matches(AccountId account, Challenge challenge, CodeInput input)
    {
        // Each challenge knows how many digits its code has, whatever the policy says by now.
        Span<char> given = stackalloc char[challenge.Digits];
        if (keys.Find(challenge.KeyId) is not { } key || !CodeReader.TryRead(input, given))
            return false;
        Span<char> right = stackalloc char[challenge.Digits];
        CodeGenerator.Generate(key, account, challenge, right);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(right), MemoryMarshal.AsBytes(given));
    }
}

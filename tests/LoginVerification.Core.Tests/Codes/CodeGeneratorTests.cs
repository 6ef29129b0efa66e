using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.Tests;

public sealed class CodeGeneratorTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly Challenge Challenge = Given.Challenge(Given.Israeli.Number, "challenge-1", Given.Now);

    /// <summary>RFC 4226, appendix D: the truncation of the test vectors, so that the reimplementation below is itself held to the RFC.</summary>
    [Theory]
    [InlineData("cc93cf18508d94934c64b65d8ba7667fb7cde4b0", "755224")]
    [InlineData("75a48a19d4cbe100644e8ac1397eea747a2d33ab", "287082")]
    [InlineData("0bacb7fa082fef30782211938bc1c5e70416ff44", "359152")]
    [InlineData("66c28227d03a2d5529262ff016a1e6ef76557ece", "969429")]
    [InlineData("a904c900a64b35909874b33e61c5938a8e15ed1c", "338314")]
    [InlineData("a37e783d7b7233c083d4f62926c7a25f238d0316", "254676")]
    [InlineData("bc9cd28561042c83f219324d3c607256c03272ae", "287922")]
    [InlineData("a4fb960c0bc06e1eabb804e5b397cdc4b45596fa", "162583")]
    [InlineData("1b3c89f65e6c9e883012052823443f048b4332db", "399871")]
    [InlineData("1637409809a679dc698207310c8c7fc07290d9e5", "520489")]
    public void The_truncation_that_the_tests_expect_is_that_of_the_RFC(string hmac, string code) =>
        Assert.Equal(code, Truncate(Convert.FromHexString(hmac), 6));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_code_is_the_truncated_hash_of_the_length_prefixed_parts(int digits)
    {
        foreach (var challenge in Challenges(200))
            Assert.Equal(Expected(Key, "alice", challenge, digits), Generate(Key, AccountId.Parse("alice"), challenge, digits));
    }

    [Fact]
    public void A_code_is_text_so_that_its_leading_zeros_survive()
    {
        var codes = Challenges(2_000).Select(challenge => Generate(Key, AccountId.Parse("alice"), challenge)).Where(code => code.StartsWith("00", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Equal(6, code.Length));
    }

    [Fact]
    public void A_code_with_leading_zeros_matches_as_it_was_sent_and_not_without_them()
    {
        var challenge = Challenges(2_000).First(challenge => Generate(Key, AccountId.Parse("alice"), challenge).StartsWith("00", StringComparison.Ordinal));
        var code = Generate(Key, AccountId.Parse("alice"), challenge);
        var enrolment = Given.NoPhone.With(new PendingPhone(Given.Israeli, Given.Now, challenge));
        var matcher = new CodeMatcher(new CodeKeys([new("key", Key)], "key"));

        Assert.Equal(CodeMatch.Current, matcher.Match(enrolment, code, Given.Now));
        Assert.Equal(CodeMatch.None, matcher.Match(enrolment, code.TrimStart('0'), Given.Now));
    }

    [Fact]
    public void Each_part_changes_the_code_and_time_and_tries_do_not()
    {
        var code = Generate8(Key, AccountId.Parse("alice"), Challenge);

        Assert.NotEqual(code, Generate8(Key, AccountId.Parse("alice"), Challenge with { Nonce = Nonce.Parse(new string('b', 32)) }));
        Assert.NotEqual(code, Generate8(Key, AccountId.Parse("alicf"), Challenge));
        Assert.NotEqual(code, Generate8(Key, AccountId.Parse("alice"), Challenge with { Number = PhoneNumber.Parse("+972502345679") }));
        Assert.NotEqual(code, Generate8(Key, AccountId.Parse("alice"), Challenge with { Purpose = CodePurpose.SignIn }));
        Assert.NotEqual(code, Generate8(Key, AccountId.Parse("alice"), Challenge with { Id = new ChallengeId("challenge-2") }));
        Assert.NotEqual(code, Generate8([.. Key[..31], 99], AccountId.Parse("alice"), Challenge));
        Assert.Equal(code, Generate8(Key, AccountId.Parse("alice"), Challenge with { IssuedAt = Given.Now + Given.Millisecond, ExpiresAt = Given.Now, WrongTries = 3, Language = "he", KeyId = "other" }));
    }

    [Fact]
    public void No_part_can_run_over_into_the_next_one()
    {
        var (first, second) = ("a", "a+12345enrolb");
        var one = Challenge with { Number = PhoneNumber.Parse("+12345"), Id = new ChallengeId("b+56789enrolc") };
        var other = Challenge with { Number = PhoneNumber.Parse("+56789"), Id = new ChallengeId("c") };

        Assert.Equal(Joined(first, one), Joined(second, other));
        Assert.NotEqual(Generate8(Key, AccountId.Parse(first), one), Generate8(Key, AccountId.Parse(second), other));

        static string Joined(string account, Challenge challenge) => $"{account}{challenge.Number.E164}enrol{challenge.Id}";
    }

    [Fact]
    public void The_longest_parts_fit_and_their_last_character_counts()
    {
        var number = Challenge with { Number = PhoneNumber.Parse("+123456789012345") };
        var euros = new string('€', AccountId.MaxLength);

        Assert.Equal(Expected(Key, euros, number, 8), Generate8(Key, AccountId.Parse(euros), number));
        Assert.NotEqual(Generate8(Key, AccountId.Parse(euros), number), Generate8(Key, AccountId.Parse($"{euros[..^1]}e"), number));
    }

    /// <summary>30,000 codes: a digit that came a tenth less or more often than its share would be more than five standard deviations off.</summary>
    [Fact]
    public void Every_digit_comes_about_as_often_in_every_place()
    {
        const int count = 30_000;
        var seen = new int[6, 10];
        foreach (var challenge in Challenges(count))
        {
            foreach (var (place, digit) in Generate(Key, AccountId.Parse("alice"), challenge).Index())
                seen[place, digit - '0']++;
        }

        foreach (var frequency in seen)
            Assert.InRange(frequency, count / 10 * 0.9, count / 10 * 1.1);
    }

    private static IEnumerable<Challenge> Challenges(int count) => Enumerable.Range(0, count)
        .Select(i => Challenge with { Nonce = Nonce.Parse(Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(i)).AsSpan(0, Nonce.Length))) });

    private static string Generate8(byte[] key, AccountId account, Challenge challenge) => Generate(key, account, challenge, 8);

    private static string Generate(byte[] key, AccountId account, Challenge challenge, int digits = 6)
    {
        var code = new char[digits];
        CodeGenerator.Generate(key, account, challenge, code);
        return new string(code);
    }

    private static string Expected(byte[] key, string account, Challenge challenge, int digits)
    {
        var message = new List<byte>();
        foreach (var part in new[] { challenge.Nonce.Hex, account, challenge.Number.E164, "enrol", challenge.Id.Value })
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            message.AddRange([0, 0, (byte)(bytes.Length / 256), (byte)(bytes.Length % 256)]);
            message.AddRange(bytes);
        }

        using var hmac = new HMACSHA256(key);
        return Truncate(hmac.ComputeHash([.. message]), digits);
    }

    /// <summary>RFC 4226, section 5.3: four bytes from the offset in the last half byte, the topmost bit dropped, modulo a power of ten.</summary>
    private static string Truncate(byte[] hash, int digits)
    {
        var offset = (int)(new BigInteger(hash[^1]) % 16);
        var number = new BigInteger(hash.AsSpan(offset, 4), isUnsigned: true, isBigEndian: true) % BigInteger.Pow(2, 31);
        return (number % BigInteger.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}

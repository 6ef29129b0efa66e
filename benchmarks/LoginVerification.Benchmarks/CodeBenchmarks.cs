using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace LoginVerification.Benchmarks;

/// <summary>Computing the code of a challenge, and matching a typed one, beside the bare HMAC of as many bytes.</summary>
public class CodeBenchmarks
{
    private const int Digits = 6;
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(LoginVerificationOptions.MinKeyBytes);
    private readonly byte[] message = new byte[114];
    private readonly Enrolment enrolment = Prepared.PhonePending;
    private readonly CodeMatcher matcher = new(new CodeKeys([new("key", Key)], "key"));
    private readonly CodeInput wrong = new("12345");
    private CodeInput right = new("");

    [GlobalSetup]
    public void Prepare()
    {
        right = new CodeInput(new string(Code(stackalloc char[Digits])));
        if (matcher.Match(enrolment, right, Prepared.Now) is not CodeMatch.Current)
            throw new InvalidOperationException("The code does not match.");
    }

    [Benchmark(Baseline = true)]
    public byte Hmac()
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, message, hash);
        return hash[0];
    }

    [Benchmark]
    public char Generate() => Code(stackalloc char[Digits])[0];

    [Benchmark]
    public CodeMatch Match() => matcher.Match(enrolment, right, Prepared.Now);

    [Benchmark]
    public CodeMatch Match_Malformed() => matcher.Match(enrolment, wrong, Prepared.Now);

    private Span<char> Code(Span<char> code)
    {
        CodeGenerator.Generate(Key, enrolment.Account, Prepared.Challenge, code);
        return code;
    }
}

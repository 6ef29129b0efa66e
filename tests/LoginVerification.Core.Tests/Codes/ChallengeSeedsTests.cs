namespace LoginVerification.Tests;

public sealed class ChallengeSeedsTests
{
    /// <summary>The id goes out into logs and providers' books; the nonce is what the code hangs on. No byte of one is a byte of another.</summary>
    [Fact]
    public void The_ids_and_the_nonce_share_no_byte_of_randomness()
    {
        var seed = new ChallengeSeeds(new CountingEntropy(), new CodeKeys([new("key", new byte[32])], "key")).Draw("he");

        var bytes = new[] { seed.Id.Value, seed.Nonce.Hex, seed.EnrolmentId.Hex }.Select(Convert.FromHexString).ToArray();
        Assert.All(bytes, part => Assert.Equal(16, part.Length));
        Assert.Equal(48, bytes.SelectMany(part => part).Distinct().Count());
        Assert.Equal(("key", "he"), (seed.KeyId, seed.Language));
    }

    [Fact]
    public void No_two_seeds_share_anything_that_was_drawn()
    {
        var seeds = new ChallengeSeeds(new SystemEntropy(), new CodeKeys([new("key", new byte[32])], "key"));

        var drawn = Enumerable.Range(0, 100).Select(_ => seeds.Draw(null)).SelectMany(seed => new[] { seed.Id.Value, seed.Nonce.Hex, seed.EnrolmentId.Hex }).ToArray();

        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    private sealed class CountingEntropy : IEntropy
    {
        private byte next;

        public void Fill(Span<byte> bytes)
        {
            foreach (ref var place in bytes)
                place = next++;
        }
    }
}

namespace LoginVerification.Exploration.Tests.Tables;

public sealed class SideBySideTests
{
    [Fact]
    public void What_comes_of_each_stands_in_their_order() => Assert.Equal(Enumerable.Range(0, 1000).Select(number => -number), SideBySide.Select([.. Enumerable.Range(0, 1000)], number => -number));

    /// <summary>The one that is thrown first in time is another one: those before it wait until something was thrown, and throw nothing.</summary>
    [Fact]
    public void What_is_thrown_is_what_one_by_one_would_have_been_thrown_first()
    {
        const int First = 5;
        for (var round = 0; round < 20; round++)
        {
            using var isThrown = new ManualResetEventSlim();
            var failure = Assert.Throws<InvalidOperationException>(() => SideBySide.For(64, index =>
            {
                if (index < First)
                {
                    isThrown.Wait(TimeSpan.FromSeconds(0.05));
                    return;
                }

                isThrown.Set();
                throw new InvalidOperationException($"{index}");
            }));

            Assert.Equal($"{First}", failure.Message);
        }
    }
}

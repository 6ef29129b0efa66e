using System.Collections.Concurrent;

namespace LoginVerification.Store.Tests;

public class GroupCommitTests
{
    private readonly ConcurrentQueue<(int[] Group, TaskCompletionSource End)> under = new();

    [Fact]
    public async Task One_alone_waits_for_nobody()
    {
        var commits = Make(most: 10);
        foreach (var (item, outcome) in new[] { (1, true), (-1, false) })
        {
            var handedIn = commits.AddAsync(item);
            End([item]).SetResult();
            Assert.Equal(outcome, await handedIn);
        }
    }

    [Fact]
    public async Task What_comes_during_a_commit_goes_together_in_groups_of_at_most_so_many_and_each_is_told_its_own_outcome()
    {
        var commits = Make(most: 3);
        Task<bool>[] handedIn = [.. new[] { 1, 2, -3, 4, 5 }.Select(commits.AddAsync)];
        foreach (var group in new int[][] { [1], [2, -3, 4], [5] })
            End(group).SetResult();
        var outcomes = await Task.WhenAll(handedIn);
        Assert.Equal([true, true, false, true, true], outcomes);
    }

    [Fact]
    public async Task A_commit_that_fails_is_the_failure_of_its_group_and_of_no_other()
    {
        var commits = Make(most: 10);
        var first = commits.AddAsync(1);
        Task<bool>[] second = [commits.AddAsync(2), commits.AddAsync(3)];
        End([1]).SetResult();
        End([2, 3]).SetException(new TimeoutException());
        Assert.True(await first);
        foreach (var failed in second)
            await Assert.ThrowsAsync<TimeoutException>(() => failed);
        var third = commits.AddAsync(4);
        End([4]).SetResult();
        Assert.True(await third);
    }

    private GroupCommit<int> Make(int most) => new(
        async group =>
        {
            var end = new TaskCompletionSource();
            under.Enqueue(([.. group], end));
            await end.Task;
            return [.. group.Select(item => item > 0)];
        },
        most);

    /// <summary>What ends the commit that is under way, which has to be of this group.</summary>
    private TaskCompletionSource End(int[] group)
    {
        (int[] Group, TaskCompletionSource End) next = default;
        Assert.True(SpinWait.SpinUntil(() => under.TryDequeue(out next), TimeSpan.FromSeconds(30)));
        Assert.Equal(group, next.Group);
        Assert.Empty(under);
        return next.End!;
    }
}

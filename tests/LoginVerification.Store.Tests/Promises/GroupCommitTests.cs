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
        var first = commits.AddAsync(1);
        var end = End([1]);
        Task<bool>[] others = [.. new[] { 2, -3, 4, 5 }.Select(commits.AddAsync)];
        end.SetResult();
        foreach (var group in new int[][] { [2, -3, 4], [5] })
            End(group).SetResult();
        var outcomes = await Task.WhenAll([first, .. others]);
        Assert.Equal([true, true, false, true, true], outcomes);
    }

    [Fact]
    public async Task Those_of_a_group_that_fails_are_committed_each_by_itself_and_a_failure_is_its_own()
    {
        var commits = Make(most: 10);
        var first = commits.AddAsync(1);
        var end = End([1]);
        Task<bool>[] together = [commits.AddAsync(2), commits.AddAsync(-3), commits.AddAsync(4)];
        end.SetResult();
        End([2, -3, 4]).SetException(new TimeoutException());
        Next([2]).SetResult();
        Next([-3]).SetResult();
        End([4]).SetException(new TimeoutException());
        Assert.True(await first);
        Assert.True(await together[0]);
        Assert.False(await together[1]);
        await Assert.ThrowsAsync<TimeoutException>(() => together[2]);
        var next = commits.AddAsync(5);
        End([5]).SetResult();
        Assert.True(await next);
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

    /// <summary>What ends the only commit that is under way, which has to be of this group.</summary>
    private TaskCompletionSource End(int[] group)
    {
        var end = Next(group);
        Assert.Empty(under);
        return end;
    }

    /// <summary>What ends the next of the commits that are under way.</summary>
    private TaskCompletionSource Next(int[] group)
    {
        (int[] Group, TaskCompletionSource End) next = default;
        Assert.True(SpinWait.SpinUntil(() => under.TryDequeue(out next), TimeSpan.FromSeconds(30)));
        Assert.Equal(group, next.Group);
        return next.End!;
    }
}

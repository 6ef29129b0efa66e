namespace LoginVerification.Tests;

/// <summary>Plays a story to the end, and looks at all that it left: in memory, or in a store that is given.</summary>
internal static class Histories
{
    public static async Task Check(Story story, bool resendRepeats, Action<LoginVerificationBuilder>? useStore = null)
    {
        using var player = new Player(resendRepeats, useStore);
        await player.Play(story);

        foreach (var account in player.Accounts)
        {
            var history = await player.World.History(account);
            Assert.Equal(await player.World.Load(account), Evolution.Replay(account, history));
            Assert.Empty(StoryRules.Broken(history, timeWentOn: !player.ClockWasSetBack));
            Assert.Equal(
                history.Count(one => one is VerificationDisabled),
                player.World.Letters.Notices.Count(notice => notice.Account == account && notice.Kind == NoticeKind.VerificationDisabled));
        }

        await player.EraseEverybody();
    }
}

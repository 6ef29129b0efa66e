using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace LoginVerification.Store.Tests;

/// <summary>The random histories of Core.Tests over one way to keep enrolments in a database, against the same model. A failure prints the shortest story.</summary>
internal static class StoredHistories
{
    private static readonly int SameCode = Full.IsAsked ? 200 : 26;
    private static readonly int NewCode = Full.IsAsked ? 100 : 14;

    public static async Task CheckAsync(string store, ITestOutputHelper output)
    {
        var scenes = await KeptScenes.OfAsync(StoreKind.Named(store));
        await Task.Run(() => Check(scenes, SameCode, resendRepeats: true));
        await Task.Run(() => Check(scenes, NewCode, resendRepeats: false));
        output.WriteLine($"{store}: {SameCode} histories where a resend repeats the code, {NewCode} where it brings a new one.");
    }

    private static void Check(KeptScenes scenes, int count, bool resendRepeats) => Prop
        .ForAll(Stories.Arbitrary(), story => LoginVerification.Tests.Histories.Check(story, resendRepeats, scenes.Choose))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(60));
}

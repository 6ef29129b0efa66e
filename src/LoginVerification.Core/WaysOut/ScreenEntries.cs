namespace LoginVerification.Engine;

/// <summary>From where each screen is reached by a link or by opening its surface: the exits of all screens, the other way round. Immutable and thread-safe.</summary>
internal sealed class ScreenEntries
{
    private readonly ILookup<ScreenId, ScreenEntry> entries;

    public ScreenEntries(ScreenMap screens) => entries = screens.Screens
        .SelectMany(screen => screen.Exits, (screen, exit) => (exit.To, Entry: new ScreenEntry(screen.Id, exit.When)))
        .ToLookup(edge => edge.To, edge => edge.Entry);

    public IEnumerable<ScreenEntry> Into(ScreenId screen) => entries[screen];
}

/// <summary>One exit, seen from where it leads.</summary>
internal readonly record struct ScreenEntry(ScreenId From, CaseSet When);

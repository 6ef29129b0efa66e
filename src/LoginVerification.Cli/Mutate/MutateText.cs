using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells to people which single change repairs or breaks what: a paragraph for all changes that flip the same verdicts.</summary>
internal sealed class MutateText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;

    public void Tell(EnrolmentPolicy policy, IReadOnlyList<PolicyMutation> mutations)
    {
        var flipping = mutations.Where(mutation => mutation.Verdicts.Any(IsKnown)).ToList();
        text.Line($"Policy \"{policy.Name}\", changed in one place at a time: {Words.Count(mutations.Count, "change")}", Ink.Plain);
        foreach (var alike in mutations.Where(mutation => mutation.Verdicts.Count > 0).GroupBy(Told))
        {
            text.Line();
            text.Line(alike.Key, InkOf(alike.First()));
            foreach (var mutation in alike)
                text.Line($"{Gap}{mutation.Change}", Ink.Plain);
        }

        var (invalid, unfinished) = (mutations.Count(mutation => !mutation.IsValid), mutations.Count(mutation => mutation is { IsValid: true, IsComplete: false }));
        var unflipped = mutations.Except(flipping).Count(mutation => mutation is { IsValid: true, IsComplete: true });
        text.Line();
        text.Line($"{flipping.Count} flip a verdict; {unflipped} flip none; {invalid} make no valid policy.", Ink.Plain);
        if (unfinished > 0)
            text.Line($"{unfinished} leave verdicts open: there are more states or shapes than are looked at. Raise --max-states or --max-shapes, or lower the bounds of --scale.", Ink.Bad);
        text.Line(Provenance.Line(PolicyFile.Digest(policy.Document)), Ink.Quiet);
    }

    private static string Told(PolicyMutation mutation) => string.Join("; ", mutation.Verdicts
        .GroupBy(flip => flip.Effect)
        .Select(alike => $"{EffectWords.Verb(alike.Key)} {string.Join(", ", alike.Select(flip => flip.Property))}"));

    private static bool IsKnown(VerdictChange flip) => flip.Effect is not PropertyEffect.Unknown;

    /// <summary>The worst of what it does.</summary>
    private static Style InkOf(PolicyMutation mutation) => EffectWords.Ink(mutation.Verdicts.Select(flip => flip.Effect).MinBy(effect => effect switch
    {
        PropertyEffect.Broken => 0,
        PropertyEffect.Unknown or PropertyEffect.Vacuous => 1,
        _ => 2,
    }));
}

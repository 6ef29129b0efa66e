using LoginVerification.Exploration;
using Spectre.Console;

namespace LoginVerification.Cli;

/// <summary>Tells to people which single change mends or breaks what: a paragraph for all changes that flip the same verdicts.</summary>
internal sealed class MutateText(TextOutput text)
{
    private const string Gap = TextOutput.Gap;

    public void Tell(EnrolmentPolicy policy, IReadOnlyList<PolicyMutation> mutations)
    {
        var flipping = mutations.Where(mutation => mutation.Verdicts.Count > 0).ToList();
        var invalid = mutations.Count(mutation => !mutation.IsValid);
        text.Line($"Policy \"{policy.Name}\", changed in one place at a time: {Words.Count(mutations.Count, "change")}", Ink.Plain);
        foreach (var alike in flipping.GroupBy(Told))
        {
            text.Line();
            text.Line(alike.Key, InkOf(alike.First()));
            foreach (var mutation in alike)
                text.Line($"{Gap}{mutation.Change}", Ink.Plain);
        }

        text.Line();
        text.Line($"{flipping.Count} flip a verdict; {mutations.Count - flipping.Count - invalid} flip none; {invalid} make no valid policy.", Ink.Plain);
        text.Line(Provenance.Line(PolicyFile.Digest(policy.Document)), Ink.Quiet);
    }

    /// <summary>What is proved now is mended if it was violated; what says nothing any more is neither mended nor broken.</summary>
    private static string Told(PolicyMutation mutation) => string.Join("; ", mutation.Verdicts
        .GroupBy(flip => (flip.Left, flip.Right) switch
        {
            (Verdict.Violated, Verdict.Proved) => "mends",
            (_, Verdict.Violated) => "breaks",
            (_, Verdict.Vacuous) => "leaves nothing to say of",
            (_, Verdict.NotClosed) => "leaves open",
            _ => "proves",
        })
        .Select(alike => $"{alike.Key} {string.Join(", ", alike.Select(flip => flip.Property))}"));

    private static Style InkOf(PolicyMutation mutation) =>
        mutation.Verdicts.Any(flip => flip.Left is Verdict.Proved || flip.Right is Verdict.Violated) ? Ink.Bad : Ink.Good;
}

using FsCheck;
using FsCheck.Fluent;
using static LoginVerification.Tests.Step;

namespace LoginVerification.Tests;

/// <summary>Tells random stories: single steps (<see cref="StorySteps"/>), and threads of steps that lead deep (<see cref="StoryThreads"/>).</summary>
public static class Stories
{
    private static readonly Gen<Step[]> Thread = Gen.Frequency(
        (24, StorySteps.SingleStep.Select(step => new[] { step })),
        (6, StoryThreads.Enrolling),
        (2, StoryThreads.SecondThoughts),
        (2, StoryThreads.Repeating),
        (2, StoryThreads.Planting),
        (2, StoryThreads.Stopping),
        (2, StoryThreads.Swapping),
        (1, StoryThreads.Toggling),
        (1, StoryThreads.Siege),
        (1, StoryThreads.Pumping));

    private static readonly Gen<Story> Any = Thread.ListOf().Select(threads => new Story([.. threads.SelectMany(steps => steps)]));

    public static Arbitrary<Story> Arbitrary() => Arb.From(Any, Shrink);

    /// <summary>The same stories in each run.</summary>
    internal static IReadOnlyList<Story> Fixed(int count, ulong seed) => [.. Any.Sample(60, new Rnd(seed), count)];

    /// <summary>Ever smaller parts are left out, and then single repetitions.</summary>
    private static IEnumerable<Story> Shrink(Story story)
    {
        var steps = story.Steps;
        for (var size = steps.Count; size > 0; size /= 2)
        {
            for (var from = 0; from + size <= steps.Count; from += size)
                yield return new Story([.. steps.Take(from), .. steps.Skip(from + size)]);
        }

        foreach (var (index, step) in steps.Index())
        {
            if (step is Confirms { Times: > 1 } many)
                yield return new Story([.. steps.Take(index), many with { Times = many.Times - 1 }, .. steps.Skip(index + 1)]);
        }
    }
}

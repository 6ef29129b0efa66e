using NodaTime;

namespace LoginVerification.Tests;

/// <summary>What holds of every history, told from stored data alone.</summary>
internal static class StoryRules
{
    /// <summary>The rules that a step broke.</summary>
    public static IEnumerable<string> Broken(Enrolment before, IReadOnlyList<EnrolmentEvent> happened, Enrolment after)
    {
        var enrolment = before;
        foreach (var one in happened)
        {
            var next = Evolution.Apply(enrolment, one);
            if (next.State != LifecycleGrid.Target(enrolment.State, one.Trigger))
                yield return $"{one.Trigger} led from {enrolment.State} to {next.State}";
            if (enrolment.State == EnrolmentState.VerificationEnabled && next.State != EnrolmentState.VerificationEnabled && one is not VerificationDisabled)
                yield return $"protection ended by {one.Trigger}";
            if (next.FailureCount(CodePurpose.Enrol) < enrolment.FailureCount(CodePurpose.Enrol) && one is not (CodeMatched or PhoneReplaced or Unlocked))
                yield return $"failures fell by {one.Trigger}";
            if (InForce(next) is { } number && number != InForce(enrolment) && one is not (CodeMatched or PhoneReplaced or PhoneImported))
                yield return $"a number became verified by {one.Trigger}";
            if (one is ChannelEnabled or PhoneImported && next.Pending is not null)
                yield return $"a number was pending after {one.Trigger}";
            if (one.Origin.At < enrolment.ChangedAt && one is not ClockSetBack)
                yield return $"{one.Trigger} is earlier than what came before";
            if (enrolment.Pending?.Challenge is { } code && next.Pending?.Challenge is { } still && code.Id == still.Id && one is not ClockSetBack
                && (still.WrongTries < code.WrongTries || still.ExpiresAt > code.ExpiresAt))
                yield return $"{one.Trigger} gave a code more tries or a longer life";
            if (one is CodeMatched or PhoneReplaced && Forgiven(enrolment, next).Any(other => other != enrolment.Pending!.Details.Number))
                yield return "a match forgave failures on another number";
            enrolment = next;
        }

        if (enrolment != after)
            yield return "what is stored is not what the events make";
        if ((after.ActiveChannel is not null) != (after.State == EnrolmentState.VerificationEnabled) || (after.ActiveChannel is not null && after.Phone is null))
            yield return "a channel is active without a verified number";
        if (after.Pending is { } pending && (pending.Challenge.Number != pending.Details.Number || pending.Challenge.WrongTries > 5))
            yield return "the pending number has another number's code, or more than five wrong tries";
        if (after.FailureCount(CodePurpose.Enrol) > 100)
            yield return "more than a hundred failures";
    }

    /// <summary>The rules that a whole history breaks.</summary>
    public static IEnumerable<string> Broken(IReadOnlyList<EnrolmentEvent> history, bool timeWentOn)
    {
        var challenges = history.Select(IssuedBy).OfType<Challenge>().DistinctBy(challenge => challenge.Id).ToDictionary(challenge => challenge.Id);
        foreach (var challenge in challenges.Values)
        {
            var uses = history.Where(one => ChallengeOf(one) == challenge.Id).ToArray();
            if (uses.Count(one => one is CodeMismatched) > 5)
                yield return "more than five wrong tries on one code";
            if (uses.Count(one => one is CodeMatched or PhoneReplaced) > 1)
                yield return "a code worked twice";
            if (timeWentOn && uses.Any(one => one.Origin.At < challenge.IssuedAt || one.Origin.At >= challenge.IssuedAt + Duration.FromMinutes(10)))
                yield return "a code was taken outside its life";
        }

        if (!timeWentOn)
            yield break;
        var sends = history.Where(one => one is PhoneSubmitted or CodeReissued or CodeResent)
            .Select(one => (At: one.Origin.At, challenges[IssuedBy(one)?.Id ?? ((CodeResent)one).Challenge].Number)).ToArray();
        var removals = history.OfType<PhoneRemoved>().Select(one => one.Origin.At).ToArray();
        var imports = history.OfType<PhoneImported>().Select(one => one.Origin.At).ToArray();
        foreach (var submitted in history.OfType<PhoneSubmitted>().Select(one => one.Origin.At))
        {
            if (removals.Any(at => at < submitted && submitted < at + HistoryPolicies.CoolDown && !imports.Any(moved => moved >= at && moved <= submitted)))
                yield return "a number was added while the account cooled down";
        }

        foreach (var last in sends)
        {
            var inWindow = sends.Where(sent => sent.At <= last.At && sent.At > last.At - Duration.FromHours(24)).ToArray();
            if (inWindow.Length > 20 || inWindow.Count(sent => sent.Number == last.Number) > 5)
                yield return "more codes than 5 to a number, or 20 in all, within 24 h";
        }
    }

    private static PhoneNumber? InForce(Enrolment enrolment) => enrolment.Phone is { NeedsReverification: false } phone ? phone.Details.Number : null;

    private static IEnumerable<PhoneNumber> Forgiven(Enrolment before, Enrolment after) => before.Failures.Except(after.Failures).Select(failure => failure.Number);

    private static Challenge? IssuedBy(EnrolmentEvent one) => one switch
    {
        PhoneSubmitted submitted => submitted.Challenge,
        CodeReissued reissued => reissued.Challenge,
        _ => null,
    };

    private static ChallengeId? ChallengeOf(EnrolmentEvent one) => one switch
    {
        CodeMismatched mismatched => mismatched.Challenge,
        CodeMatched matched => matched.Challenge,
        PhoneReplaced replaced => replaced.Challenge,
        _ => null,
    };
}

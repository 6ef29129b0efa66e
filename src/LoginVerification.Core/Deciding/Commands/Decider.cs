using System.Diagnostics;

namespace LoginVerification.Engine;

/// <summary>
/// The rules: what comes of a command. Pure: it calls no port, no clock, no randomness and no cryptography. Thread-safe.
/// One file a command lies beside this one. A refusal names no ways out yet: <see cref="Explainer"/> adds them, by asking here.
/// </summary>
public static class Decider
{
    /// <summary>Decides a command.</summary>
    /// <param name="enrolment">The snapshot; it is not changed.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="facts">All else that the decision may know.</param>
    /// <param name="policy">The rules.</param>
    /// <exception cref="ArgumentException">The surface is not declared by the policy, or the command is not this initiator's to give.</exception>
    public static Decision Decide(Enrolment enrolment, EnrolmentCommand command, Facts facts, EnrolmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        Ensure(facts.Origin, command, policy.Gate);
        return Decide(new Situation(enrolment, facts, policy), command);
    }

    /// <summary>Throws for what no user can do: a command that is not the initiator's to give, a surface that the policy does not declare.</summary>
    internal static void Ensure(Origin origin, EnrolmentCommand command, Gate gate)
    {
        CommandArguments.Ensure(command);
        Authority.Ensure(origin, command);
        if (origin.Surface is { } surface)
            gate.EnsureDeclares(surface);
    }

    internal static Decision Decide(in Situation situation, EnrolmentCommand command)
    {
        var decision = Answer(situation, command);
        // Here alone an enrolment gets its id: with its first event, whichever that is, for a model may begin anywhere.
        return situation.Begins is { } id && decision.Events is [var first, ..]
            ? decision with { Events = [first with { Begins = id }, .. decision.Events.Skip(1)] }
            : decision;
    }

    private static Decision Answer(in Situation situation, EnrolmentCommand command) => command switch
    {
        SubmitPhone => SubmitPhoneDecider.Decide(situation),
        ResendCode => ResendCodeDecider.Decide(situation),
        ConfirmCode c => ConfirmCodeDecider.Decide(situation, c),
        CancelPending => CancelPendingDecider.Decide(situation),
        EnableVerification c => EnableVerificationDecider.Decide(situation, c),
        ChangeChannel c => ChangeChannelDecider.Decide(situation, c),
        DisableVerification => DisableVerificationDecider.Decide(situation),
        RemovePhone => RemovePhoneDecider.Decide(situation),
        AcknowledgeNotices c => AcknowledgeNoticesDecider.Decide(situation, c),
        BeginSignIn c => BeginSignInDecider.Decide(situation, c),
        ResendSignIn c => ResendSignInDecider.Decide(situation, c),
        AnswerSignIn c => AnswerSignInDecider.Decide(situation, c),
        CompleteSignIn c => CompleteSignInDecider.Decide(situation, c),
        UseBackupCode c => UseBackupCodeDecider.Decide(situation, c),
        IssueBackupCodes c => IssueBackupCodesDecider.Decide(situation, c),
        BindDevice c => BindDeviceDecider.Decide(situation, c),
        AnswerPrompt c => AnswerPromptDecider.Decide(situation, c),
        ChangeDeviceAddress c => ChangeDeviceAddressDecider.Decide(situation, c),
        RenameDevice c => RenameDeviceDecider.Decide(situation, c),
        RemoveDevice c => RemoveDeviceDecider.Decide(situation, c),
        LapsePending => LapsePendingDecider.Decide(situation),
        InvalidatePhone c => InvalidatePhoneDecider.Decide(situation, c),
        OptOutOfDelivery => OptOutOfDeliveryDecider.Decide(situation),
        RestoreDelivery => RestoreDeliveryDecider.Decide(situation),
        Unlock => UnlockDecider.Decide(situation),
        ImportVerifiedPhone c => ImportVerifiedPhoneDecider.Decide(situation, c),
        _ => throw new UnreachableException(),
    };
}

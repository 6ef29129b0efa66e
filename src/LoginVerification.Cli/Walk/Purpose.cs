using System.Diagnostics;

namespace LoginVerification.Cli;

/// <summary>What the person wants to do next.</summary>
internal readonly record struct Purpose(EnrolmentAction Action, VerificationChannel? Channel = null)
{
    /// <summary>What each state calls for, on the way to verification by SMS.</summary>
    public static Purpose In(EnrolmentState state) => state switch
    {
        EnrolmentState.NoPhone => new(EnrolmentAction.SubmitPhone),
        EnrolmentState.PhonePending => new(EnrolmentAction.ConfirmCode),
        EnrolmentState.PhoneVerified => new(EnrolmentAction.EnableVerification, LoginVerification.VerificationChannel.Sms),
        _ => throw new UnreachableException(),
    };

    public static Purpose Of(WayOut.Act way) => new(way.Choice.Action, way.Choice.Channel);

    /// <summary>The command, with what the person has at hand: the number, and the code on the phone.</summary>
    public UserCommand ToCommand(WalkRequest person, string? code) => Action switch
    {
        EnrolmentAction.SubmitPhone => new SubmitPhone(person.Typed, person.Country, person.Carrier),
        EnrolmentAction.ResendCode => new ResendCode(),
        EnrolmentAction.ConfirmCode => new ConfirmCode(code ?? ""),
        EnrolmentAction.CancelPending => new CancelPending(),
        EnrolmentAction.EnableVerification => new EnableVerification(Channel!.Value),
        EnrolmentAction.ChangeChannel => new ChangeChannel(Channel!.Value),
        EnrolmentAction.DisableVerification => new DisableVerification(),
        EnrolmentAction.RemovePhone => new RemovePhone(),
        _ => throw new UnreachableException(),
    };
}

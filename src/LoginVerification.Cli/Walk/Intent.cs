using System.Diagnostics;

namespace LoginVerification.Cli;

/// <summary>What the person goes for.</summary>
internal static class Intent
{
    /// <summary>What each state calls for, on the way to verification by SMS. Who continues a walk has not the code that arrived before, and asks for it again.</summary>
    public static Choice In(EnrolmentState state, string? code) => state switch
    {
        EnrolmentState.NoPhone => new(EnrolmentAction.SubmitPhone),
        EnrolmentState.PhonePending => new(code is null ? EnrolmentAction.ResendCode : EnrolmentAction.ConfirmCode),
        EnrolmentState.PhoneVerified => new(EnrolmentAction.EnableVerification, VerificationChannel.Sms),
        _ => throw new UnreachableException(),
    };

    /// <summary>The command, with what the person has at hand: the number, and the code on the phone.</summary>
    public static UserCommand ToCommand(Choice choice, WalkRequest person, string? code) => choice.Action switch
    {
        EnrolmentAction.SubmitPhone => new SubmitPhone(person.Typed, person.Country, person.Carrier),
        EnrolmentAction.ResendCode => new ResendCode(),
        EnrolmentAction.ConfirmCode => new ConfirmCode(code ?? ""),
        EnrolmentAction.CancelPending => new CancelPending(),
        EnrolmentAction.EnableVerification => new EnableVerification(choice.Channel!.Value),
        EnrolmentAction.ChangeChannel => new ChangeChannel(choice.Channel!.Value),
        EnrolmentAction.DisableVerification => new DisableVerification(),
        EnrolmentAction.RemovePhone => new RemovePhone(),
        _ => throw new UnreachableException(),
    };

    /// <summary>Why the walk ends at a way out that it does not go.</summary>
    public static string DeadEnd(WayOut way, IWalkStore? store) => way switch
    {
        WayOut.Act act => $"this number leads nowhere; the way out is {act}",
        WayOut.Retry again when store is not null => $"time alone leads on: the same command goes on at {again.At}",
        WayOut.Retry again => $"time alone leads on, at {again.At}, and a walk does not wait",
        WayOut.Reauthenticate => "the service asks for another authentication, though the person has just authenticated",
        WayOut.Correct => "the number has to be written otherwise",
        WayOut.RestoreDelivery => "a START message from the phone itself leads on",
        WayOut.RegisterDevice => "a device registered in the app leads on",
        WayOut.BeginSignIn or WayOut.ResendSignIn => "signing in again leads on",
        WayOut.UseBackupCode => "a backup code leads on",
        WayOut.RemoveDevice => "a device has to be removed first",
        WayOut.AskOperator => "only the operator can help",
        _ => throw new UnreachableException(),
    };
}

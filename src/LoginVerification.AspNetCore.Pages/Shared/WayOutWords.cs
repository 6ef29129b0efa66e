using System.Diagnostics;

namespace LoginVerification.Pages;

/// <summary>A way out in words, and where it leads.</summary>
internal static class WayOutWords
{
    /// <summary>The words, and the address; null where it is no page.</summary>
    public static (string Text, string? Address) Tell(PageScope scope, WayOut way, string? field) => way switch
    {
        WayOut.Act act => (Tell(scope, act), AddressOf(scope, act)),
        WayOut.Correct => (scope.Texts["WayOut.Correct"], field is null ? null : $"#{field}"),
        WayOut.RestoreDelivery => (scope.Texts["WayOut.RestoreDelivery"], null),
        WayOut.RegisterDevice => (scope.Texts["WayOut.RegisterDevice"], scope.PathOf("devices")),
        WayOut.RemoveDevice => (scope.Texts["WayOut.RemoveDevice"], scope.PathOf("devices")),
        WayOut.Retry retry => (scope.Texts.Fill("WayOut.Retry", ("time", scope.TellEnd(retry.At))), null),
        WayOut.Reauthenticate again => (scope.Texts[again.WithSecondFactor ? "WayOut.Reauthenticate.SecondFactor" : "WayOut.Reauthenticate"], scope.ReauthenticateAddress(again.WithSecondFactor)),
        // The form is on the page where something is over; where nothing is, to load the page is enough.
        WayOut.BeginSignIn => (scope.Texts["WayOut.BeginSignIn"], $"{scope.SignInPathOf("sign-in")}#{SignInForms.Begin}"),
        WayOut.ResendSignIn => (scope.Texts["WayOut.ResendSignIn"], scope.SignInPathOf("sign-in/not-received")),
        WayOut.UseBackupCode => (scope.Texts["WayOut.UseBackupCode"], scope.SignInPathOf("sign-in/backup-code")),
        WayOut.AskOperator => (scope.Texts["WayOut.AskOperator"], scope.Options.HelpAddress),
        _ => throw new UnreachableException(),
    };

    private static string Tell(PageScope scope, WayOut.Act act)
    {
        var texts = scope.Texts;
        var action = act.Choice.Channel is { } channel ? texts.Fill($"WayOut.{act.Choice.Action}", ("channel", texts[$"Channel.{channel}"])) : texts[$"WayOut.{act.Choice.Action}"];
        var what = act.WithAnotherNumber && act.Choice.Action is not EnrolmentAction.SubmitPhone ? texts.Fill("WayOut.AnotherNumber", ("action", action)) : action;
        return act.Surface == scope.Surface ? what : texts.Fill("WayOut.Elsewhere", ("action", what), ("surface", SurfaceWords.Of(scope, act.Surface)));
    }

    /// <summary>The first screen of the surface that has the action now; the beginning of a surface where no page of it is known to.</summary>
    private static string? AddressOf(PageScope scope, WayOut.Act act)
    {
        var screen = scope.Policy.Screens.Screens.FirstOrDefault(screen => screen.Surface == act.Surface && IsOffered(screen.WhenOffered(act.Choice.Action), scope.Case));
        var address = screen is null ? scope.AddressOf(act.Surface) : scope.AddressOf(screen);
        if (address is null || screen is null)
            return address;
        // Where a code is entered as well, the part of the screen that sends it again is a page of its own.
        var part = act.Choice.Action is EnrolmentAction.ResendCode && IsOffered(screen.WhenOffered(EnrolmentAction.ConfirmCode), scope.Case) ? "/not-received" : "";
        return $"{address}{part}#{act.Choice.Action}";
    }

    private static bool IsOffered(CaseSet offered, ConditionCase? at) => at is { } known
        ? offered.Contains(known.With(smsDelivered: true)) || offered.Contains(known.With(smsDelivered: false))
        : ConditionCase.All.Any(offered.Contains);
}

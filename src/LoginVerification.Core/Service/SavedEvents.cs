namespace LoginVerification.Engine;

/// <summary>Counts what was saved and concerns whoever watches over sign-ins: how they end, wrong codes, and locks.</summary>
internal static class SavedEvents
{
    public const string Begun = "begun";
    public const string Approved = "approved";
    public const string Denied = "denied";
    public const string Expired = "expired";
    public const string Exhausted = "exhausted";

    public static void Count(EnrolmentChange saved)
    {
        if (!Instruments.SignIns.Enabled && !Instruments.WrongCodes.Enabled && !Instruments.Locks.Enabled)
            return;
        foreach (var happened in saved.Events)
            Count(saved, happened);
    }

    private static void Count(EnrolmentChange saved, EnrolmentEvent happened)
    {
        switch (happened)
        {
            case SignInBegun begun:
                CountSignIn(Begun, MethodOf(begun.SignIn.Channel));
                break;
            case SignInApproved:
                CountSignIn(Approved, MethodOf(saved));
                break;
            case BackupCodeUsed:
                CountSignIn(Approved, SignInMethod.BackupCode);
                break;
            case SignInDenied:
                CountSignIn(Denied, MethodOf(saved));
                break;
            case SignInExpired:
                CountSignIn(Expired, MethodOf(saved));
                break;
            case SignInExhausted:
                CountSignIn(Exhausted, MethodOf(saved));
                break;
            case CodeMismatched wrong:
                CountWrong(wrong.Purpose, wrong.LockedUntil is not null);
                break;
            case SignInMismatched wrong:
                CountWrong(CodePurpose.SignIn, wrong.LockedUntil is not null);
                break;
            case BackupCodeMismatched wrong:
                CountWrong(CodePurpose.BackupCode, wrong.LockedUntil is not null);
                break;
            default:
                break;
        }
    }

    /// <summary>The sign-in that ended: what happens along with its end may already have cleared it away.</summary>
    private static SignInMethod MethodOf(EnrolmentChange saved) => MethodOf((saved.Enrolment.SignIn ?? saved.Before.SignIn)!.Channel);

    private static SignInMethod MethodOf(VerificationChannel channel) => channel is VerificationChannel.AppPush ? SignInMethod.AppPush : SignInMethod.Sms;

    private static void CountSignIn(string outcome, SignInMethod method) => Instruments.SignIns.Add(1, Tags.Of(Tags.Outcome, outcome), Tags.Of(Tags.Method, method.ToString()));

    private static void CountWrong(CodePurpose purpose, bool locks)
    {
        var tag = Tags.Of(Tags.Purpose, purpose.ToString());
        Instruments.WrongCodes.Add(1, tag);
        if (locks)
            Instruments.Locks.Add(1, tag);
    }
}

namespace LoginVerification.Engine;

/// <summary>What refusals name as their source. A test holds the path of every setting against the schema of policy files.</summary>
internal static class Sources
{
    public static readonly RefusalSource Lifecycle = new RefusalSource.Lifecycle();

    public static readonly RefusalSource.Setting Code = new("code");
    public static readonly RefusalSource.Setting CodeDigits = new("code.digits");
    public static readonly RefusalSource.Setting CodeLife = new("code.life");
    public static readonly RefusalSource.Setting CodeWrongTries = new("code.wrongTries");
    public static readonly RefusalSource.Setting SendingPerNumber = new("sending.perNumber");
    public static readonly RefusalSource.Setting SendingPerAccount = new("sending.perAccount");
    public static readonly RefusalSource.Setting SendingResendWait = new("sending.resendWait");
    public static readonly RefusalSource.Setting LockEveryFailures = new("lock.everyFailures");
    public static readonly RefusalSource.Setting LockFinalFailures = new("lock.finalFailures");
    public static readonly RefusalSource.Setting SignInCodes = new("signIn.codes");
    public static readonly RefusalSource.Setting SignInPushes = new("signIn.pushes");
    public static readonly RefusalSource.Setting SignInPushLife = new("signIn.pushLife");
    public static readonly RefusalSource.Setting SignInNumberTries = new("signIn.numberTries");
    public static readonly RefusalSource.Setting ChannelChangesMost = new("channelChanges.most");
    public static readonly RefusalSource.Setting PendingLapsesAfter = new("pendingLapsesAfter");
    public static readonly RefusalSource.Setting ReauthenticateWithin = new("reauthenticateWithin");
    public static readonly RefusalSource.Setting CoolDownAfterRemoval = new("coolDownAfterRemoval");
    public static readonly RefusalSource.Setting AccountsPerNumber = new("accountsPerNumber");
    public static readonly RefusalSource.Setting RemovePhoneWhileEnabled = new("removePhoneWhileEnabled");
    public static readonly RefusalSource.Setting OnStop = new("onStop");
    public static readonly RefusalSource.Setting OnPhoneInvalidated = new("onPhoneInvalidated");

    public static readonly RefusalSource CountryRegistry = new RefusalSource.Port(nameof(ICountryRegistry));
    public static readonly RefusalSource PhoneNumberReader = new RefusalSource.Port(nameof(IPhoneNumberReader));
    public static readonly RefusalSource Withheld = new RefusalSource.Withheld();
    public static readonly RefusalSource SmsSender = new RefusalSource.Port(nameof(ISmsSender));
    public static readonly RefusalSource Store = new RefusalSource.Port(nameof(IEnrolmentStore));

    public static readonly RefusalSource IdempotencyKey = new RefusalSource.Request(nameof(Caller.IdempotencyKey));
}

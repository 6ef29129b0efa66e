namespace LoginVerification.Pages;

/// <summary>The names of the forms of a sign-in.</summary>
internal static class SignInForms
{
    public const string Begin = "BeginSignIn";
    public const string Answer = "AnswerSignIn";
    public const string Resend = "ResendSignIn";
    public const string BackupCode = "UseBackupCode";
}

using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>
/// Where each call of <c>MapLoginVerification</c> is, below its prefix. Set another pattern to rename a call, or null to leave it out, so that a call of the host's own
/// takes its place. <c>docs/http.md</c> tells what each does.
/// </summary>
public sealed class LoginVerificationRoutes
{
    /// <summary>GET: the status of the enrolment, and the countries that are served here.</summary>
    [StringSyntax("Route")]
    public string? Status { get; set; } = "/";

    /// <summary>PUT: submits a number.</summary>
    [StringSyntax("Route")]
    public string? SubmitPhone { get; set; } = "/phone";

    /// <summary>POST: sends the code once more.</summary>
    [StringSyntax("Route")]
    public string? ResendCode { get; set; } = "/phone/code";

    /// <summary>POST: gives the code.</summary>
    [StringSyntax("Route")]
    public string? ConfirmCode { get; set; } = "/phone/confirmation";

    /// <summary>DELETE: forgets the pending number.</summary>
    [StringSyntax("Route")]
    public string? CancelPending { get; set; } = "/phone/pending";

    /// <summary>DELETE: forgets the verified number.</summary>
    [StringSyntax("Route")]
    public string? RemovePhone { get; set; } = "/phone";

    /// <summary>PUT: turns verification on over a channel, or moves it there.</summary>
    [StringSyntax("Route")]
    public string? SetChannel { get; set; } = "/channel";

    /// <summary>DELETE: turns verification off.</summary>
    [StringSyntax("Route")]
    public string? Disable { get; set; } = "/channel";

    /// <summary>POST: says that in-app notices were seen.</summary>
    [StringSyntax("Route")]
    public string? AcknowledgeNotices { get; set; } = "/notices/acknowledgement";

    /// <summary>GET: the owner's own audit trail.</summary>
    [StringSyntax("Route")]
    public string? History { get; set; } = "/history";

    /// <summary>POST: gets a token with which one device can be bound.</summary>
    [StringSyntax("Route")]
    public string? IssueDeviceToken { get; set; } = "/devices/token";

    /// <summary>PUT: calls a device otherwise. The pattern has <c>{id}</c>.</summary>
    [StringSyntax("Route")]
    public string? RenameDevice { get; set; } = "/devices/{id}";

    /// <summary>DELETE: takes a device the right to approve sign-ins. The pattern has <c>{id}</c>.</summary>
    [StringSyntax("Route")]
    public string? RemoveDevice { get; set; } = "/devices/{id}";

    /// <summary>POST: issues backup codes.</summary>
    [StringSyntax("Route")]
    public string? IssueBackupCodes { get; set; } = "/backup-codes";

    /// <summary>GET: what proves that a request comes from the host's own pages.</summary>
    [StringSyntax("Route")]
    public string? Antiforgery { get; set; } = "/antiforgery";

    /// <summary>POST: asks the owner for the second factor.</summary>
    [StringSyntax("Route")]
    public string? BeginSignIn { get; set; } = "/sign-in";

    /// <summary>POST: sends the code, or the push, once more.</summary>
    [StringSyntax("Route")]
    public string? ResendSignIn { get; set; } = "/sign-in/code";

    /// <summary>POST: gives the code that came by SMS, or asks whether the owner said yes in the app.</summary>
    [StringSyntax("Route")]
    public string? AnswerSignIn { get; set; } = "/sign-in/answer";

    /// <summary>POST: gives a backup code in place of the phone.</summary>
    [StringSyntax("Route")]
    public string? UseBackupCode { get; set; } = "/sign-in/backup-code";

    /// <summary>POST: binds a device.</summary>
    [StringSyntax("Route")]
    public string? BindDevice { get; set; } = "/app/devices";

    /// <summary>POST: the sign-in that waits for a device's answer. The pattern has <c>{account}</c>.</summary>
    [StringSyntax("Route")]
    public string? GetPrompt { get; set; } = "/app/{account}/prompt";

    /// <summary>POST: a device's answer. The pattern has <c>{account}</c>.</summary>
    [StringSyntax("Route")]
    public string? AnswerPrompt { get; set; } = "/app/{account}/answer";

    /// <summary>PUT: where a push service reaches a device. The pattern has <c>{account}</c>.</summary>
    [StringSyntax("Route")]
    public string? ChangeDeviceAddress { get; set; } = "/app/{account}/address";
}

using NodaTime;
using NodaTime.Text;

namespace LoginVerification.Engine;

/// <summary>
/// Recognises a repeated request by its idempotency key. What was answered is kept in the enrolment itself, in the command's own save;
/// a plain refusal changed nothing and is simply decided again.
/// </summary>
internal sealed class RequestLedger(CodeKeys keys)
{
    /// <summary>The entry for a request that is about to be saved, or null without a key.</summary>
    public HandledRequest? Entry(Caller caller, EnrolmentCommand command, RefusalCode? refusal, Instant now) => !IsRemembered(caller, command) && !IsCountedOnce(caller, command, refusal)
        ? null
        : new HandledRequest(Mark(keys.CurrentId, caller, command), Fingerprint(keys.CurrentId, caller, command), keys.CurrentId, refusal, now);

    /// <summary>How long a request is recognised; the newest <see cref="Enrolment.MaxRequests"/> alone are kept.</summary>
    private static readonly Duration Memory = Duration.FromHours(24);

    /// <summary>The earlier request with the same account, initiator, command and key, or null.</summary>
    public HandledRequest? Find(Enrolment enrolment, Caller caller, EnrolmentCommand command, Instant now) =>
        IsRemembered(caller, command) ? Look(enrolment, caller, command, now) : null;

    /// <summary>The earlier answer at sign-in that was wrong and was counted, where this one is the same sent again and would be counted anew; or null.</summary>
    public HandledRequest? FindCounted(Enrolment enrolment, Caller caller, EnrolmentCommand command, RefusalCode? refusal, Instant now) =>
        IsCountedOnce(caller, command, refusal) && Look(enrolment, caller, command, now) is { } earlier && IsSameContent(earlier, caller, command) ? earlier : null;

    private HandledRequest? Look(Enrolment enrolment, Caller caller, EnrolmentCommand command, Instant now)
    {
        foreach (var request in enrolment.Requests)
        {
            if (now < request.At + Memory && keys.Find(request.KeyId) is not null && request.Mark == Mark(request.KeyId, caller, command))
                return request;
        }

        return null;
    }

    /// <summary>An answer that lets somebody in is told once, and only a wrong one is looked for: see <see cref="FindCounted"/>. What a device signed is its own name.</summary>
    private static bool IsRemembered(Caller caller, EnrolmentCommand command) => caller.IdempotencyKey is not null && command is not (SignInCommand or DeviceCommand);

    /// <summary>A wrong code at sign-in. What is refused uncounted changed nothing, and the right code is no wrong one, whatever came before.</summary>
    private static bool IsCountedOnce(Caller caller, EnrolmentCommand command, RefusalCode? refusal) =>
        caller.IdempotencyKey is not null && command is AnswerSignIn && refusal is RefusalCode.WrongCode;

    public bool IsSameContent(HandledRequest request, Caller caller, EnrolmentCommand command) =>
        request.Fingerprint == Fingerprint(request.KeyId, caller, command);

    private string Mark(string keyId, Caller caller, EnrolmentCommand command) =>
        Hash(keyId, ["idempotency key", caller.Account.Value, caller.Initiator.ToString(), command.GetType().Name, caller.IdempotencyKey!]);

    private string Fingerprint(string keyId, Caller caller, EnrolmentCommand command) =>
        Hash(keyId, ["idempotent request", caller.Account.Value, command.GetType().Name, .. Content(command)]);

    private string Hash(string keyId, ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[KeyedHash.Length];
        KeyedHash.Compute(keys.Find(keyId)!, parts, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static string[] Content(EnrolmentCommand command) => command switch
    {
        SubmitPhone c => [c.Number.Text, c.Country?.Value ?? "", c.Carrier?.Name ?? ""],
        AcknowledgeNotices c => [c.UpTo is { } upTo ? Text(upTo) : ""],
        ConfirmCode c => [c.Code.Text],
        AnswerSignIn c => [c.Challenge.Value, c.Code.Text],
        EnableVerification c => [c.Channel.ToString()],
        ChangeChannel c => [c.Channel.ToString()],
        InvalidatePhone c => [c.Number.Text, c.Reason.ToString()],
        OptOutOfDelivery c => [c.Number.Text],
        RestoreDelivery c => [c.Number.Text],
        ImportVerifiedPhone c => [c.Number.Text, Text(c.VerifiedAt), c.Enabled?.ToString() ?? ""],
        RenameDevice c => [c.Device.Hex, c.Name],
        RemoveDevice c => [c.Device.Hex],
        IssueBackupCodes or ResendCode or CancelPending or DisableVerification or RemovePhone or LapsePending or Unlock => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}

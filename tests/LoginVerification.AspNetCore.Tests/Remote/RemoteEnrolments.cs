using System.Text.Json.Nodes;

namespace LoginVerification.AspNetCore.Tests;

/// <summary>The owner's commands over HTTP; everybody else's go to the service itself.</summary>
internal sealed class RemoteEnrolments(HttpHost host, IEnrolmentService inner) : IEnrolmentService
{
    public async ValueTask<EnrolmentResult> HandleAsync(Caller caller, EnrolmentCommand command, CancellationToken cancellationToken = default)
    {
        if (caller.Initiator is not Initiator.User)
            return await inner.HandleAsync(caller, command, cancellationToken);
        var token = TestBearer.TokenOf(caller.Account.Value, caller.AuthenticatedAt?.ToUnixTimeSeconds() ?? 0, caller.Factors is AuthenticationFactors.MultiFactor);
        using var browser = new Browser(host, caller.Surface!.Name, token);
        var (method, path, body) = RequestOf(command);
        var answer = await browser.SendAsync(method, path, body, caller.IdempotencyKey);
        return answer.Number < 300
            ? new EnrolmentResult(Enum.Parse<EnrolmentState>(answer.State!), null) { Replayed = (bool)answer.Body!["replayed"]! }
            : new EnrolmentResult(EnrolmentState.NoPhone, Problems.RefusalIn(answer));
    }

    public ValueTask<EnrolmentStatus> GetStatusAsync(Caller caller, CancellationToken cancellationToken = default) => inner.GetStatusAsync(caller, cancellationToken);

    public ValueTask<DeviceToken> IssueDeviceTokenAsync(Caller caller, CancellationToken cancellationToken = default) => inner.IssueDeviceTokenAsync(caller, cancellationToken);

    public ValueTask<LoginRequirement> GetLoginRequirementAsync(AccountId account, CancellationToken cancellationToken = default) => inner.GetLoginRequirementAsync(account, cancellationToken);

    public ValueTask<EnrolmentResult> EraseAsync(Caller caller, CancellationToken cancellationToken = default) => inner.EraseAsync(caller, cancellationToken);

    public ValueTask<ValueList<AccountId>> FindAccountsAsync(PhoneInput number, CancellationToken cancellationToken = default) => inner.FindAccountsAsync(number, cancellationToken);

    private static (HttpMethod Method, string Path, object? Body) RequestOf(EnrolmentCommand command) => command switch
    {
        SubmitPhone submit => (HttpMethod.Put, "/phone", PhoneOf(submit)),
        ResendCode => (HttpMethod.Post, "/phone/code", null),
        ConfirmCode confirm => (HttpMethod.Post, "/phone/confirmation", new { code = confirm.Code.Text }),
        CancelPending => (HttpMethod.Delete, "/phone/pending", null),
        RemovePhone => (HttpMethod.Delete, "/phone", null),
        EnableVerification enable => (HttpMethod.Put, "/channel", new { channel = enable.Channel.ToString() }),
        ChangeChannel change => (HttpMethod.Put, "/channel", new { channel = change.Channel.ToString() }),
        DisableVerification => (HttpMethod.Delete, "/channel", null),
        AcknowledgeNotices => (HttpMethod.Post, "/notices/acknowledgement", null),
        RenameDevice rename => (HttpMethod.Put, $"/devices/{rename.Device}", new { name = rename.Name }),
        RemoveDevice remove => (HttpMethod.Delete, $"/devices/{remove.Device}", null),
        IssueBackupCodes => (HttpMethod.Post, "/backup-codes", null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JsonObject PhoneOf(SubmitPhone submit)
    {
        var body = new JsonObject { ["number"] = submit.Number.Text };
        if (submit.Country is { } country)
            body["country"] = country.Value;
        if (submit.Carrier is { } carrier)
            body["carrier"] = carrier.Name;
        return body;
    }
}

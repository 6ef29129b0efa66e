using LoginVerification.Exploration;
using NodaTime;

namespace LoginVerification.Cli;

/// <summary>
/// The person signs in, after the password, with what protects by now. What the chosen way needs is set up before, in a session with both factors: backup
/// codes, or a device and the app as the channel.
/// </summary>
internal sealed class SignInWalk : IDisposable
{
    private const string SettingsScreen = "session";
    private const string SignInScreen = "signIn";
    private const string DeviceName = "walk";

    private readonly WalkRequest person;
    private readonly WalkService service;
    private readonly TimeProvider time;
    private readonly Action<WalkStep>? tell;
    private readonly List<WalkStep> steps = [];
    private readonly AppInHand app = new();

    private SignInWalk(WalkRequest person, WalkService service, TimeProvider time, Action<WalkStep>? tell) =>
        (this.person, this.service, this.time, this.tell) = (person, service, time, tell);

    /// <param name="person">Who walks.</param>
    /// <param name="service">The service.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Is told each step when it is done.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static async Task<SignInResult> WalkAsync(WalkRequest person, WalkService service, TimeProvider time, Action<WalkStep>? tell, CancellationToken cancellationToken)
    {
        using var walk = new SignInWalk(person, service, time, tell);
        var method = person.SignIn!.Value;
        var no = method switch
        {
            SignInMethod.Sms => await walk.BySmsAsync(cancellationToken),
            SignInMethod.AppPush => await walk.ByAppAsync(cancellationToken),
            _ => await walk.ByBackupCodeAsync(cancellationToken),
        };
        return new SignInResult(method, walk.steps, no is null ? null : no.WaysOut is [var way, ..] ? Intent.DeadEnd(way, person.Store) : $"{no.Code} has no way out");
    }

    public void Dispose() => app.Dispose();

    private async Task<Refusal?> BySmsAsync(CancellationToken cancellationToken)
    {
        if (await UseChannelAsync(VerificationChannel.Sms, cancellationToken) is { } no)
            return no;
        var (challenge, blocked) = await BeginAsync(cancellationToken);
        return blocked ?? await NoteAsync(nameof(AnswerSignIn), await service.SignIns.AnswerAsync(WalkService.Account, person.From, challenge!.Id, service.Phone.Code ?? "", null, cancellationToken));
    }

    private async Task<Refusal?> ByAppAsync(CancellationToken cancellationToken)
    {
        var before = await StatusAsync(cancellationToken);
        var token = await service.Enrolments.IssueDeviceTokenAsync(Session(), cancellationToken);
        if (token.Text is not { } text)
            return await NoteAsync(SettingsScreen, nameof(BindDevice), token.Refusal);
        var bound = await service.Devices.BindDeviceAsync(app.Bind(WalkService.Account, text, DeviceName), null, cancellationToken);
        if (await NoteAsync(SettingsScreen, nameof(BindDevice), bound.Refusal) is { } unbound)
            return unbound;
        if (await UseChannelAsync(VerificationChannel.AppPush, cancellationToken) is { } no)
            return no;
        // The key of an earlier walk went with its process.
        foreach (var device in before.Devices.Where(device => device.Name == DeviceName))
            await GiveAsync(new RemoveDevice(device.Id), cancellationToken);

        var (challenge, blocked) = await BeginAsync(cancellationToken);
        if (blocked is not null)
            return blocked;
        var answered = await service.Devices.AnswerAsync(WalkService.Account, app.Approve(WalkService.Account, bound.Device!, challenge!.Id, challenge.NumberToMatch!), null, cancellationToken);
        return await NoteAsync(SignInScreen, "AnswerPrompt with the number from the page", answered.Refusal)
            ?? await NoteAsync(nameof(CompleteSignIn), await service.SignIns.CompleteAsync(WalkService.Account, person.From, challenge.Id, null, cancellationToken));
    }

    private async Task<Refusal?> ByBackupCodeAsync(CancellationToken cancellationToken)
    {
        var issued = await GiveAsync(new IssueBackupCodes(), cancellationToken);
        if (issued.Refusal is { } no)
            return no;
        return await NoteAsync(nameof(UseBackupCode), await service.SignIns.UseBackupCodeAsync(WalkService.Account, person.From, issued.BackupCodes[0].Text, null, cancellationToken));
    }

    private async Task<Refusal?> UseChannelAsync(VerificationChannel channel, CancellationToken cancellationToken) =>
        (await StatusAsync(cancellationToken)).ActiveChannel == channel ? null : (await GiveAsync(new ChangeChannel(channel), cancellationToken)).Refusal;

    private async Task<(SignInChallenge? Challenge, Refusal? Blocked)> BeginAsync(CancellationToken cancellationToken)
    {
        var start = await service.SignIns.BeginAsync(WalkService.Account, person.From, null, cancellationToken);
        var refusal = start is SignInStart.Challenged ? null : (start as SignInStart.Blocked)?.Refusal ?? throw new System.Diagnostics.UnreachableException();
        return ((start as SignInStart.Challenged)?.Challenge, await NoteAsync(SignInScreen, nameof(BeginSignIn), refusal));
    }

    private async Task<EnrolmentResult> GiveAsync(EnrolmentCommand command, CancellationToken cancellationToken)
    {
        var result = await service.HandleAsync(Session(), command, cancellationToken);
        await NoteAsync(SettingsScreen, command is UserCommand { Choice: var choice } ? choice.ToString() : command.GetType().Name, result.Refusal);
        return result;
    }

    private ValueTask<EnrolmentStatus> StatusAsync(CancellationToken cancellationToken) => service.Enrolments.GetStatusAsync(Session(), cancellationToken);

    /// <summary>The person, signed in with both factors just now.</summary>
    private Caller Session() => Caller.User(WalkService.Account, person.From, Instant.FromDateTimeOffset(time.GetUtcNow()), AuthenticationFactors.MultiFactor);

    private Task<Refusal?> NoteAsync(string action, SignInAnswer answer) => NoteAsync(SignInScreen, action, (answer as SignInAnswer.Refused)?.Refusal);

    /// <summary>What is due goes out, as a host's background loop sends it, and the step is told with it.</summary>
    private async Task<Refusal?> NoteAsync(string screen, string action, Refusal? refusal)
    {
        await service.DispatchAsync(CancellationToken.None);
        var stored = await service.LoadAsync(CancellationToken.None);
        var step = new Step(action) { Surface = person.From, Screen = screen, State = stored!.State };
        steps.Add(new WalkStep(step, refusal is null ? StepOutcome.Accepted : StepOutcome.Refused, ShowsWaysOut: true) { Refusal = refusal, Messages = service.Post.Collect(), SignIn = stored.SignInState });
        tell?.Invoke(steps[^1]);
        return refusal;
    }
}

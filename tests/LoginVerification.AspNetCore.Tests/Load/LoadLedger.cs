using LoginVerification.Engine;
using LoginVerification.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.AspNetCore.Tests.Load;

/// <summary>
/// Holds what the clients of an account were answered against what is stored: each yes has its event, once; each wrong code is counted, once; any other no has none;
/// nothing happened that nobody asked for; and the snapshot is what the events lead to.
/// </summary>
internal sealed class LoadLedger(LoadHost host)
{
    private const int PageLength = 10;

    private static readonly Dictionary<Command, LifecycleTrigger[]> Meant = new()
    {
        [Command.Submit] = [LifecycleTrigger.PhoneSubmitted, LifecycleTrigger.CodeResent, LifecycleTrigger.CodeReissued],
        [Command.Resend] = [LifecycleTrigger.CodeResent, LifecycleTrigger.CodeReissued],
        [Command.Confirm] = [LifecycleTrigger.CodeMatched],
        [Command.Cancel] = [LifecycleTrigger.PendingCancelled],
        [Command.Enable] = [LifecycleTrigger.ChannelEnabled],
        [Command.Disable] = [LifecycleTrigger.VerificationDisabled],
        [Command.Remove] = [LifecycleTrigger.PhoneRemoved],
        [Command.AnswerSignIn] = [LifecycleTrigger.SignInApproved],
    };

    private readonly IEnrolmentStore store = host.Http.Services.GetRequiredService<IEnrolmentStore>();
    private readonly IEnrolmentHistory history = host.Http.Services.GetRequiredService<IEnrolmentHistory>();
    private readonly Lock gate = new();

    /// <summary>How often each command was answered yes.</summary>
    public Dictionary<Command, int> Yes { get; } = [];

    /// <summary>How often each refusal was given.</summary>
    public Dictionary<string, int> No { get; } = [];

    public int Events { get; private set; }

    /// <summary>Checks an account to which nobody talks any more.</summary>
    public async Task CheckAsync(LoadAccount account)
    {
        List<EnrolmentEvent> happened = [];
        IReadOnlyList<EnrolmentEvent> page;
        do
            happened.AddRange(page = await history.ReadAsync(account.Id, happened.Count + 1, PageLength, default));
        while (page.Count == PageLength);

        List<Enrolment> snapshots = [new Enrolment(account.Id)];
        foreach (var one in happened)
            snapshots.Add(Evolution.Apply(snapshots[^1], one));
        Assert.Equal(snapshots[^1], await store.LoadAsync(account.Id, default));
        Assert.Equal(happened.Count, snapshots[^1].Version);

        var made = happened.Index().ToLookup(one => one.Item.Origin.CorrelationId);
        foreach (var told in account.Answers)
            Compare(told, [.. made[told.Request]], snapshots);
        Assert.Empty(made.Select(request => request.Key).Except(account.Answers.Select(told => told.Request)));
        Count(account, happened.Count);
    }

    private static void Compare(Told told, List<(int Index, EnrolmentEvent Event)> made, List<Enrolment> snapshots)
    {
        var triggers = made.ConvertAll(one => one.Event.Trigger);
        var promised = told switch
        {
            { IsYes: true, Command: Command.Status or Command.History } => made.Count == 0,
            // Begun again while the question is open, it is the same question; and who has no protection is not asked.
            { IsYes: true, Command: Command.BeginSignIn } => triggers is [] or [LifecycleTrigger.SignInBegun],
            { IsYes: true } => triggers.Count(Meant[told.Command].Contains) == 1 && (told.State is null || told.State == snapshots[made[^1].Index + 1].State.ToString()),
            { Code: nameof(RefusalCode.WrongCode) } => triggers.Count(trigger => trigger is LifecycleTrigger.CodeMismatched or LifecycleTrigger.SignInMismatched) == 1,
            _ => made.Count == 0,
        };
        Assert.True(promised, $"{told} made {string.Join(", ", triggers)}.");
    }

    private void Count(LoadAccount account, int events)
    {
        lock (gate)
        {
            Events += events;
            foreach (var told in account.Answers)
                _ = told.IsYes ? Yes[told.Command] = Yes.GetValueOrDefault(told.Command) + 1 : No[told.Code!] = No.GetValueOrDefault(told.Code!) + 1;
        }
    }
}

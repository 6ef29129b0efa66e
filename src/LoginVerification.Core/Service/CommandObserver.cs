using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LoginVerification.Engine;

/// <summary>
/// Tells of each command how it ended: in a span, in the counters and in the log. An account stands in none of them: the audit trail has it, and the host's
/// correlation id leads there.
/// </summary>
internal sealed partial class CommandObserver(TimeProvider time, ILogger logger)
{
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string Replayed = "replayed";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>Whether anybody is told. Where nobody is, a command costs nothing more.</summary>
    public bool IsListenedTo =>
        Instruments.Source.HasListeners() || Instruments.Commands.Enabled || Instruments.CommandDuration.Enabled || logger.IsEnabled(LogLevel.Error);

    /// <summary>Carries a command out, and tells of it.</summary>
    /// <param name="caller">Who gives it, at a surface that the policy declares.</param>
    /// <param name="command">The command.</param>
    /// <param name="carryOut">Carries it out.</param>
    /// <param name="cancellationToken">The caller's: a command that ends by it has not failed.</param>
    public async ValueTask<CommandOutcome> ObserveAsync(Caller caller, EnrolmentCommand command, Func<Caller, EnrolmentCommand, CancellationToken, ValueTask<CommandOutcome>> carryOut, CancellationToken cancellationToken)
    {
        using var span = Instruments.Source.StartActivity(Instruments.CommandSpan);
        var told = new Told(command.GetType().Name, caller.Initiator.ToString(), caller.Surface?.Name, span, time.GetTimestamp());
        try
        {
            var outcome = await carryOut(caller, command, cancellationToken).ConfigureAwait(false);
            Tell(told, outcome.Replayed ? Replayed : outcome.Refusal is null ? Accepted : Refused, outcome.Refusal?.Code.ToString());
            Log(told, outcome.Refusal);
            return outcome;
        }
        catch (Exception failure)
        {
            var type = failure.GetType();
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                Tell(told, Cancelled, type.FullName);
            }
            else
            {
                // The exception itself is told nowhere: stores put values into their messages.
                span?.SetStatus(ActivityStatusCode.Error);
                Tell(told, Failed, type.FullName);
                LogFailed(logger, told.Command, told.Initiator, told.Where, type.Name);
            }

            throw;
        }
    }

    private void Tell(Told told, string outcome, string? error)
    {
        var tags = new TagList { { Tags.Command, told.Command }, { Tags.Outcome, outcome } };
        Instruments.CommandDuration.Record(time.GetElapsedTime(told.Began).TotalSeconds, tags);
        tags.Add(Tags.Initiator, told.Initiator);
        if (told.Surface is { } surface)
            tags.Add(Tags.Surface, surface);
        if (error is not null)
            tags.Add(Tags.Error, error);
        Instruments.Commands.Add(1, tags);
        if (told.Span is not { IsAllDataRequested: true } span)
            return;
        foreach (var (name, value) in tags)
            span.SetTag(name, value);
    }

    private void Log(Told told, Refusal? refusal)
    {
        if (refusal is null)
        {
            LogAccepted(logger, told.Command, told.Initiator, told.Where);
            return;
        }

        var level = LevelOf(refusal.Code);
        LogRefused(logger, level, told.Command, told.Initiator, told.Where, refusal.Code);
    }

    private static LogLevel LevelOf(RefusalCode code) => code switch
    {
        // A page asks every second or two until the owner has answered.
        RefusalCode.SignInUnanswered => LogLevel.Debug,
        // What only staff can mend is theirs to see.
        _ when code.Kind() is RefusalKind.AskOperator => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    [LoggerMessage(24, LogLevel.Information, "{Command}, given by {Initiator} on {Surface}: accepted.")]
    private static partial void LogAccepted(ILogger logger, string command, string initiator, string surface);

    [LoggerMessage(EventId = 25, Message = "{Command}, given by {Initiator} on {Surface}: refused ({Refusal}).")]
    private static partial void LogRefused(ILogger logger, LogLevel level, string command, string initiator, string surface, RefusalCode refusal);

    [LoggerMessage(26, LogLevel.Error, "{Command}, given by {Initiator} on {Surface}: nobody knows how it ended ({Failure}).")]
    private static partial void LogFailed(ILogger logger, string command, string initiator, string surface, string failure);

    private readonly record struct Told(string Command, string Initiator, string? Surface, Activity? Span, long Began)
    {
        public string Where => Surface ?? "no surface";
    }
}

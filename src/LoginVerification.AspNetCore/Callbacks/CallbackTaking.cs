using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LoginVerification;

/// <summary>What follows from a callback: a report is counted and logged by its message's id, and a STOP or START is told to the accounts of its number.</summary>
internal sealed partial class CallbackTaking(IEnrolmentService enrolments, InboundKeywords keywords, ILogger logger)
{
    public const string Unreadable = "unreadable";

    /// <summary>Takes a callback. The provider may have hung up: what it said is done all the same.</summary>
    /// <returns>Why it is not taken; null where it is.</returns>
    public async Task<CallbackFault?> TakeAsync(ISmsCallbacks provider, SmsCallback callback)
    {
        switch (callback)
        {
            case SmsCallback.Delivery { Report: var report }:
                Take(provider, report);
                return null;
            case SmsCallback.Inbound { Message: var message }:
                await TakeAsync(provider, message).ConfigureAwait(false);
                return null;
            case SmsCallback.Refused { Fault: CallbackFault.Unverified }:
                Count(provider, "unverified");
                LogUnverified(logger, provider.Provider);
                return CallbackFault.Unverified;
            case SmsCallback.Refused:
                CountUnreadable(provider);
                return CallbackFault.Unreadable;
            default:
                throw new UnreachableException();
        }
    }

    public void CountUnreadable(ISmsCallbacks provider)
    {
        Count(provider, Unreadable);
        LogUnreadable(logger, provider.Provider);
    }

    /// <summary>It changes no enrolment: reports come late, twice or never, and only the code proves that a message arrived.</summary>
    private void Take(ISmsCallbacks provider, DeliveryReport report)
    {
        var failed = report as DeliveryReport.Failed;
        var state = report switch
        {
            DeliveryReport.Delivered => "delivered",
            DeliveryReport.Failed => "undelivered",
            DeliveryReport.UnderWay { State: DeliveryState.Sent } => "sent",
            DeliveryReport.UnderWay => "queued",
            _ => throw new UnreachableException(),
        };
        Count(provider, state, failed?.Reason.ToString());
        if (failed is null)
            LogReport(logger, report.MessageId, state);
        else
            LogUndelivered(logger, report.MessageId, failed.Reason, failed.ProviderCode);
    }

    private async Task TakeAsync(ISmsCallbacks provider, InboundSms message)
    {
        var keyword = keywords.ReadMessage(message);
        var reports = enrolments.ForCarrier(SessionClaims.Correlation);
        switch (keyword)
        {
            case InboundKeyword.Stop:
                var stopped = await reports.OptOutOfDeliveryAsync(message.From, CancellationToken.None).ConfigureAwait(false);
                LogKeyword(logger, keyword, stopped.Count);
                break;
            case InboundKeyword.Start:
                var started = await reports.RestoreDeliveryAsync(message.From, CancellationToken.None).ConfigureAwait(false);
                LogKeyword(logger, keyword, started.Count);
                break;
            default:
                break; // for people to read, where the host keeps it
        }

        Count(provider, keyword switch
        {
            InboundKeyword.Stop => "stop",
            InboundKeyword.Start => "start",
            InboundKeyword.Help => "help",
            _ => "message",
        });
    }

    private static void Count(ISmsCallbacks provider, string outcome, string? error = null)
    {
        var tags = new TagList { { Tags.Provider, provider.Provider }, { Tags.Outcome, outcome } };
        if (error is not null)
            tags.Add(Tags.Error, error);
        Instruments.Callbacks.Add(1, tags);
    }

    [LoggerMessage(50, LogLevel.Information, "Message {Message} is {State}.")]
    private static partial void LogReport(ILogger logger, string message, string state);

    [LoggerMessage(51, LogLevel.Information, "Message {Message} did not arrive ({Reason}, the provider's code {Code}).")]
    private static partial void LogUndelivered(ILogger logger, string message, UndeliveredReason reason, int? code);

    [LoggerMessage(52, LogLevel.Information, "A phone answered {Keyword}; {Accounts} accounts have its number.")]
    private static partial void LogKeyword(ILogger logger, InboundKeyword keyword, int accounts);

    [LoggerMessage(53, LogLevel.Warning, "A callback in the name of {Provider} was not signed by it. Compare its secrets with the settings, and the address that it calls with the one that this host sees: behind a proxy, UseForwardedHeaders restores it.")]
    private static partial void LogUnverified(ILogger logger, string provider);

    [LoggerMessage(54, LogLevel.Warning, "A callback of {Provider} says nothing that is known.")]
    private static partial void LogUnreadable(ILogger logger, string provider);
}

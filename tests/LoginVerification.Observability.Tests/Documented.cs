namespace LoginVerification.Observability.Tests;

/// <summary>What may be seen, written by hand: each span and instrument with its attributes, and each attribute with the closed set of its values.</summary>
internal static class Documented
{
    private const string Prefix = "login_verification.";
    private const string Error = "error.type";

    /// <summary>The attributes of each span.</summary>
    public static IReadOnlyDictionary<string, string[]> Spans { get; } = new Dictionary<string, string[]>
    {
        [Prefix + "command"] = [Prefix + "command", Prefix + "initiator", Prefix + "surface", Prefix + "outcome", Error],
        [Prefix + "delivery"] = [Prefix + "effect", Prefix + "outcome", Error],
    };

    /// <summary>The attributes of each instrument.</summary>
    public static IReadOnlyDictionary<string, string[]> Instruments { get; } = new Dictionary<string, string[]>
    {
        [Prefix + "commands"] = Spans[Prefix + "command"],
        [Prefix + "command.duration"] = [Prefix + "command", Prefix + "outcome"],
        [Prefix + "sign_ins"] = [Prefix + "method", Prefix + "outcome"],
        [Prefix + "wrong_codes"] = [Prefix + "purpose"],
        [Prefix + "locks"] = [Prefix + "purpose"],
        [Prefix + "delivery.attempts"] = [Prefix + "effect", Prefix + "outcome"],
        [Prefix + "callbacks"] = [Prefix + "provider", Prefix + "outcome", Error],
    };

    /// <summary>How each of them ends.</summary>
    public static IReadOnlyDictionary<string, string[]> Outcomes { get; } = new Dictionary<string, string[]>
    {
        [Prefix + "commands"] = ["accepted", "refused", "replayed", "failed", "cancelled"],
        [Prefix + "sign_ins"] = ["begun", "approved", "denied", "expired", "exhausted"],
        [Prefix + "delivery.attempts"] = ["sent", "failed", "rejected", "opted_out", "no_address", "moot", "given_up"],
        [Prefix + "callbacks"] = ["delivered", "undelivered", "sent", "queued", "stop", "start", "help", "message", "unverified", "unreadable"],
    };

    /// <summary>The values of each attribute, but for outcomes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Prefix + "command"] = [.. typeof(EnrolmentCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(EnrolmentCommand)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal)],
        [Prefix + "initiator"] = Enum.GetNames<Initiator>(),
        [Prefix + "surface"] = [.. ShippedPolicies.Consistent.Document.Surfaces.Select(surface => surface.Name)],
        [Prefix + "purpose"] = Enum.GetNames<CodePurpose>(),
        [Prefix + "method"] = Enum.GetNames<SignInMethod>(),
        [Prefix + "effect"] = ["code", "push", "notice", "second_notice", "previous_number_notice"],
        [Prefix + "provider"] = ["kannel", "twilio"],
        // Refusals, reasons of providers, and the types of exceptions that the story throws.
        [Error] = [.. Enum.GetNames<RefusalCode>(), .. Enum.GetNames<UndeliveredReason>(), "System.InvalidOperationException", "System.OperationCanceledException", "System.Net.Http.HttpRequestException"],
    };

    public static bool Allows(string instrument, string attribute, string value) => attribute == Prefix + "outcome"
        ? Outcomes[instrument is Prefix + "command.duration" or Prefix + "command" ? Prefix + "commands" : instrument is Prefix + "delivery" ? Prefix + "delivery.attempts" : instrument].Contains(value)
        : Values[attribute].Contains(value);
}

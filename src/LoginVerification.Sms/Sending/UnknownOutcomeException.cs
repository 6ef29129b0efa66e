namespace LoginVerification.Sms;

/// <summary>Nobody knows whether the message was taken; the outbox tries again. It tells the gateway, the HTTP status and the provider's number for the fault, and nothing of the message.</summary>
internal sealed class UnknownOutcomeException(string message) : Exception(message);

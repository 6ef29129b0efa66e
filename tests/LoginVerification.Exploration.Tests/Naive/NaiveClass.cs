namespace LoginVerification.Exploration.Tests.Naive;

/// <summary>Numbers of one kind, and what the host states of the account that has them.</summary>
internal sealed record NaiveClass(IReadOnlyList<PhoneDetails> Phones, IReadOnlyDictionary<string, string> Account);

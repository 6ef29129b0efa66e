using System.Collections.Concurrent;
using System.Globalization;

namespace LoginVerification.AspNetCore.Tests.Load;

/// <summary>An account with a number of its own, and what its clients were answered.</summary>
internal sealed class LoadAccount
{
    private static int made;

    public LoadAccount()
    {
        var index = Interlocked.Increment(ref made);
        Id = AccountId.Parse(string.Create(CultureInfo.InvariantCulture, $"account-{index}"));
        Number = string.Create(CultureInfo.InvariantCulture, $"+97250{2_000_000 + index}");
    }

    public AccountId Id { get; }

    public string Number { get; }

    public ConcurrentQueue<Told> Answers { get; } = new();
}

/// <summary>What a request was answered. The request's name is in the origin of each event that it made.</summary>
internal sealed record Told(string Request, Command Command, int Status, string? Code, string? State)
{
    public bool IsYes => Status < 300;
}

/// <summary>What is asked of the host.</summary>
internal enum Command
{
    Status,
    History,
    Submit,
    Resend,
    Confirm,
    Cancel,
    Enable,
    Disable,
    Remove,
    BeginSignIn,
    AnswerSignIn,
}

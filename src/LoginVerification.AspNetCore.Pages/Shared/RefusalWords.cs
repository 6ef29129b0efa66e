namespace LoginVerification.Pages;

/// <summary>A refusal in words.</summary>
internal static class RefusalWords
{
    /// <summary>What and why, in one or two sentences.</summary>
    public static string Tell(PageScope scope, Refusal refusal) => scope.Texts.Fill(
        $"Refusal.{refusal.Code}",
        ("time", refusal.RetryAt is { } at ? scope.TellEnd(at) : scope.Texts["Time.Later"]),
        ("digits", scope.Policy.Document.Code.Digits));

    /// <summary>A wrong code with the tries that are left, where they are known.</summary>
    public static string TellTries(PageScope scope, Refusal refusal, int? triesLeft) => refusal.Code is RefusalCode.WrongCode && triesLeft is > 0 and var tries
        ? $"{Tell(scope, refusal)} {(tries == 1 ? scope.Texts["TriesLeft.One"] : scope.Texts.Fill("TriesLeft", ("tries", tries)))}"
        : Tell(scope, refusal);

    /// <summary>Which of the ways a code cannot be one: each has its own text.</summary>
    public static string TellMalformed(PageScope scope, string typed, int digits)
    {
        var (count, other) = (typed.Count(char.IsDigit), typed.Any(char.IsLetter));
        var cause = other ? "NotDigits" : count == 0 ? "Empty" : count < digits ? "TooShort" : count > digits ? "TooLong" : "NotDigits";
        return scope.Texts.Fill($"CodeMalformed.{cause}", ("digits", digits));
    }
}

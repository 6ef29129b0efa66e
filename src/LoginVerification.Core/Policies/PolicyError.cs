namespace LoginVerification.Policies;

/// <summary>One thing that is wrong with a policy. Immutable; compares by value.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.surfaces[0].home</c>.</param>
/// <param name="Line">The line of the file, from 1; null for a policy that was built in C#.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record PolicyError(string Path, int? Line, string Message)
{
    /// <summary>The error in one line.</summary>
    public override string ToString() => Line is null ? $"{Path}: {Message}" : $"{Path} (line {Line}): {Message}";
}

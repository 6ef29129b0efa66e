namespace LoginVerification.Cli;

/// <summary>Tells people whether a policy is valid: a line for each error or warning, and a last one with their number.</summary>
internal sealed class CheckText(TextOutput text)
{
    public void Tell(string file, IReadOnlyList<PolicyError> errors, IReadOnlyList<PolicyError> warnings)
    {
        foreach (var error in errors)
            text.Line(error.ToString(), Ink.Plain);
        foreach (var warning in warnings)
            text.Line($"warning: {warning}", Ink.Plain);
        if (errors.Count == 0 && warnings.Count == 0)
            text.Line($"{Shown.Quoted(file)} is valid.", Ink.Good);
        else if (errors.Count == 0)
            text.Line($"{Shown.Quoted(file)} is valid, with {Words.Count(warnings.Count, "warning")}.", Ink.Good);
        else
            text.Line($"{Shown.Quoted(file)} is not valid: {Words.Count(errors.Count, "error")}.", Ink.Bad);
    }
}

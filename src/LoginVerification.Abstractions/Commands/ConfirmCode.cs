namespace LoginVerification;

/// <summary>Gives the code that the pending number received. A match verifies the number; it needs no authentication of its own, the challenge had one.</summary>
/// <param name="Code">The code as typed or pasted: blanks, hyphens and native digits are read.</param>
public sealed record ConfirmCode(CodeInput Code) : UserCommand
{
    /// <inheritdoc/>
    public override EnrolmentAction Action => EnrolmentAction.ConfirmCode;
}

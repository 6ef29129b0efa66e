using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class CodeRulesValidator : AbstractValidator<CodeRules>
{
    public CodeRulesValidator()
    {
        RuleFor(code => code.Digits).IsWithin(PolicyBounds.Digits);
        RuleFor(code => code.Life).IsWithin(PolicyBounds.Life);
        RuleFor(code => code.WrongTries).IsWithin(PolicyBounds.WrongTries);
        RuleFor(code => code.OnResend).IsAKnownWord();
    }
}

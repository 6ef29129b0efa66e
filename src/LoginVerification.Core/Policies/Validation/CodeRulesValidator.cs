using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class CodeRulesValidator : AbstractValidator<CodeRules>
{
    public CodeRulesValidator(bool isResearch)
    {
        RuleFor(code => code.Digits).IsWithin(PolicyBounds.Digits, isResearch);
        RuleFor(code => code.Life).IsWithin(PolicyBounds.Life, isResearch);
        RuleFor(code => code.WrongTries).IsWithin(PolicyBounds.WrongTries, isResearch);
        RuleFor(code => code.OnResend).IsAKnownWord();
        RuleFor(code => code.OnResend).Must(mode => isResearch || mode is not ResendMode.NewBesideEarlier)
            .WithMessage($"Each code more that is taken is one more that a guess can hit. Write same or new.{PolicyRuleExtensions.ResearchHint}");
    }
}

using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class LockRulesValidator : AbstractValidator<LockRules>
{
    public LockRulesValidator()
    {
        RuleFor(rules => rules.EveryFailures).IsWithin(PolicyBounds.EveryFailures);
        RuleFor(rules => rules.First).IsWithin(PolicyBounds.First);
        RuleFor(rules => rules.Longest).IsWithin(PolicyBounds.Longest);
        RuleFor(rules => rules.Longest).Must((rules, longest) => longest >= rules.First)
            .WithMessage("The longest lock is shorter than the first. Write at least what \"first\" says.");
        RuleFor(rules => rules.FinalFailures).IsWithin(PolicyBounds.FinalFailures);
        RuleFor(rules => rules.FinalFailures).Must((rules, final) => final >= rules.EveryFailures)
            .WithMessage(rules => $"The final lock comes before the first. Write at least {rules.EveryFailures}, what \"everyFailures\" says.");
    }
}

using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class LockRulesValidator : AbstractValidator<LockRules>
{
    public LockRulesValidator(bool isResearch)
    {
        RuleFor(rules => rules.EveryFailures).IsWithin(PolicyBounds.EveryFailures, isResearch);
        RuleFor(rules => rules.First).IsWithin(PolicyBounds.First);
        RuleFor(rules => rules.Longest).IsWithin(PolicyBounds.Longest);
        RuleFor(rules => rules.Longest).Must((rules, longest) => longest >= rules.First)
            .WithMessage("The longest lock is shorter than the first. Write at least what \"first\" says.");
        RuleFor(rules => rules.FinalFailures).IsWithin(PolicyBounds.FinalFailures, isResearch);
        RuleFor(rules => rules.FinalFailures).Must((rules, final) => final >= rules.EveryFailures || rules.EveryFailures == PolicyLimits.Unlimited)
            .WithMessage(rules => $"The final lock comes before the first. Write at least {rules.EveryFailures}, what \"everyFailures\" says.");
        RuleFor(rules => rules.Longest).Must((rules, longest) => longest == rules.First || rules.FinalFailures != PolicyLimits.Unlimited)
            .WithMessage("What nothing bounds is not counted, so that no lock can be longer than the one before. Write what \"first\" says.");
    }
}

using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class SendRulesValidator : AbstractValidator<SendRules>
{
    public SendRulesValidator(bool isResearch)
    {
        RuleFor(sending => sending.ResendWait).IsWithin(PolicyBounds.ResendWait);
        RuleFor(sending => sending.PerNumber).IsWithin(PolicyBounds.PerNumber, isResearch);
        RuleFor(sending => sending.PerAccount).IsWithin(PolicyBounds.PerAccount, isResearch);
        RuleFor(sending => sending.PerAccount).Must((sending, most) => most >= sending.PerNumber)
            .WithMessage(sending => $"An account gets fewer codes than one of its numbers. Write {(sending.PerNumber == PolicyLimits.Unlimited ? "" : "at least ")}{Bound<int>.Write(sending.PerNumber)}, what \"perNumber\" says.");
        RuleFor(sending => sending.Window).IsWithin(PolicyBounds.Window);
    }
}

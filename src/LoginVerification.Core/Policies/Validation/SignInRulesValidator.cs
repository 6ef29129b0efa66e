using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class SignInRulesValidator : AbstractValidator<SignInRules>
{
    public SignInRulesValidator()
    {
        RuleFor(signIn => signIn.Codes).IsWithin(PolicyBounds.SignInCodes);
        RuleFor(signIn => signIn.Pushes).IsWithin(PolicyBounds.Pushes);
        RuleFor(signIn => signIn.PushLife).IsWithin(PolicyBounds.PushLife);
        RuleFor(signIn => signIn.NumberTries).IsWithin(PolicyBounds.NumberTries);
    }
}

using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class ChannelChangeRulesValidator : AbstractValidator<ChannelChangeRules>
{
    public ChannelChangeRulesValidator()
    {
        RuleFor(changes => changes.Most).IsWithin(PolicyBounds.ChannelChanges);
        RuleFor(changes => changes.Window).IsWithin(PolicyBounds.Window);
    }
}

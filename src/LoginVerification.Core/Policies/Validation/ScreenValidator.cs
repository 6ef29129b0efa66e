using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class ScreenValidator : AbstractValidator<ScreenDocument>
{
    public ScreenValidator()
    {
        RuleFor(screen => screen.Name).IsAName();
        RuleFor(screen => screen.Actions).NamesNothingTwice(offer => offer.Action.ToString(), ".action", "Offer it once, under a wider \"when\".");
        RuleForEach(screen => screen.Actions).SetValidator(new ScreenActionValidator());
        RuleFor(screen => screen.Links).HasAtMost(PolicyLimits.MaxLinks, "links");
        RuleForEach(screen => screen.Links).SetValidator(new ScreenLinkValidator());
    }
}

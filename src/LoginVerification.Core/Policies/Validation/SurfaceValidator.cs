using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class SurfaceValidator : AbstractValidator<SurfaceDocument>
{
    public SurfaceValidator()
    {
        RuleFor(surface => surface.Name).IsAName();
        RuleFor(surface => surface.Screens).HasSome("Add at least the home screen: {\"name\": …}.");
        RuleFor(surface => surface.Screens).HasAtMost(PolicyLimits.MaxScreens, "screens");
        RuleFor(surface => surface.Screens).NamesNothingTwice(screen => screen.Name, ".name", "Rename one of the screens.");
        RuleForEach(surface => surface.Screens).SetValidator(new ScreenValidator());
    }
}

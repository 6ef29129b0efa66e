using FluentValidation;

namespace LoginVerification.Policies;

internal sealed class PolicyDocumentValidator : AbstractValidator<PolicyDocument>
{
    public PolicyDocumentValidator()
    {
        RuleFor(policy => policy.Name).IsAName();
        RuleFor(policy => policy.Description).MaximumLength(PolicyLimits.MaxDescriptionLength)
            .WithMessage($"The description is longer than {PolicyLimits.MaxDescriptionLength} characters. Shorten it.");

        RuleFor(policy => policy.Surfaces).HasSome("Add at least one surface: {\"name\": \"web\", \"home\": …, \"screens\": […]}.");
        RuleFor(policy => policy.Surfaces).HasAtMost(PolicyLimits.MaxSurfaces, "surfaces");
        RuleFor(policy => policy.Surfaces).NamesNothingTwice(surface => surface.Name, ".name", "Rename one of the surfaces.");
        RuleForEach(policy => policy.Surfaces).SetValidator(new SurfaceValidator());

        RuleFor(policy => policy.Rules).HasAtMost(PolicyLimits.MaxRules, "rules");
        RuleFor(policy => policy.Rules).NamesNothingTwice(rule => rule.Name, ".name", "Rename one of the rules.");
        RuleForEach(policy => policy.Rules).SetValidator(new GatingRuleValidator());

        RuleFor(policy => policy.AccountAttributes).HasAtMost(PolicyLimits.MaxAttributes, "attributes");
        RuleFor(policy => policy.AccountAttributes).NamesNothingTwice(attribute => attribute.Name, ".name", "Rename one of the attributes.");
        RuleForEach(policy => policy.AccountAttributes).SetValidator(new AccountAttributeValidator());
        RuleFor(policy => policy.AccountAttributes).Must(attributes => Kinds(attributes) <= PolicyLimits.MaxAccountKinds)
            .WithMessage(policy => $"There are {Kinds(policy.AccountAttributes)} combinations of values; at most {PolicyLimits.MaxAccountKinds} are allowed. Take attributes or values out.");

        var (code, codeForResearch) = (new CodeRulesValidator(isResearch: false), new CodeRulesValidator(isResearch: true));
        var (sending, sendingForResearch) = (new SendRulesValidator(isResearch: false), new SendRulesValidator(isResearch: true));
        var (@lock, lockForResearch) = (new LockRulesValidator(isResearch: false), new LockRulesValidator(isResearch: true));
        RuleFor(policy => policy.Code).SetValidator(policy => policy.Research ? codeForResearch : code);
        RuleFor(policy => policy.Sending).SetValidator(policy => policy.Research ? sendingForResearch : sending);
        RuleFor(policy => policy.Lock).SetValidator(policy => policy.Research ? lockForResearch : @lock);
        RuleFor(policy => policy.SignIn).SetValidator(new SignInRulesValidator());
        RuleFor(policy => policy.ChannelChanges).SetValidator(new ChannelChangeRulesValidator());
        RuleFor(policy => policy.SmsDelivery).SetValidator(new SmsDeliveryRulesValidator());

        RuleFor(policy => policy.Sending.Window).Must((policy, window) => window >= policy.Code.Life)
            .WithMessage("A code outlives the window of sends. Write at least what \"code.life\" says.");
        RuleFor(policy => policy.PendingLapsesAfter).IsWithin(PolicyBounds.PendingLapsesAfter);
        RuleFor(policy => policy.PendingLapsesAfter).Must((policy, lapse) => lapse >= policy.Code.Life)
            .WithMessage("A number lapses before its code is dead. Write at least what \"code.life\" says.");
        RuleFor(policy => policy.ReauthenticateWithin).IsWithin(PolicyBounds.ReauthenticateWithin);
        RuleFor(policy => policy.AccountsPerNumber).IsWithin(PolicyBounds.AccountsPerNumber);
        RuleFor(policy => policy.CoolDownAfterRemoval).IsWithin(PolicyBounds.CoolDownAfterRemoval);

        RuleFor(policy => policy.RemovePhoneWhileEnabled).IsAKnownWord();
        RuleFor(policy => policy.OnStop).IsAKnownWord();
        RuleFor(policy => policy.OnPhoneInvalidated).IsAKnownWord();
    }

    private static double Kinds(IReadOnlyList<AccountAttribute> attributes) => attributes.Aggregate(1.0, (kinds, attribute) => kinds * attribute.Values.Count);
}

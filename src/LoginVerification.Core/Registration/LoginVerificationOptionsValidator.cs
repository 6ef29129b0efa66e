using System.Text.RegularExpressions;
using FluentValidation;

namespace LoginVerification;

/// <summary>The bounds of the wiring.</summary>
internal sealed partial class LoginVerificationOptionsValidator : AbstractValidator<LoginVerificationOptions>
{
    /// <summary>A caller's language that is longer finds no text.</summary>
    private const int MaxTagLength = 100;

    public LoginVerificationOptionsValidator(int codeDigits)
    {
        RuleFor(options => options.SmsHost)
            .Must(host => SmsHostName.Complaint(host) is null)
            .WithMessage((_, host) => SmsHostName.Complaint(host));

        RuleFor(options => options.CodeKeys)
            .NotEmpty()
            .WithMessage($"CodeKeys is empty. Add a key of at least {LoginVerificationOptions.MinKeyBytes} random bytes: o.CodeKeys[\"2026-11\"] = …");
        RuleForEach(options => options.CodeKeys)
            .Must(key => key.Value is { Length: >= LoginVerificationOptions.MinKeyBytes })
            .WithMessage((_, key) => $"CodeKeys[\"{key.Key}\"] has fewer than {LoginVerificationOptions.MinKeyBytes} bytes. Draw them with RandomNumberGenerator.GetBytes({LoginVerificationOptions.MinKeyBytes}).");
        RuleForEach(options => options.CodeKeys)
            .Must(key => key.Key is { Length: >= 1 and <= 64 } && WellFormed.Is(key.Key))
            .WithMessage("The id of a key has 1 to 64 characters of well-formed Unicode, none of them U+0000.");
        RuleFor(options => options.CurrentCodeKey)
            .Must((options, id) => string.IsNullOrEmpty(id) ? options.CodeKeys.Count <= 1 : options.CodeKeys.ContainsKey(id))
            .WithMessage("CurrentCodeKey names no key of CodeKeys. Name the one for new codes.");

        RuleFor(options => options.OutboxInterval).InclusiveBetween(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1))
            .WithMessage(options => $"OutboxInterval must be between 00:00:00.1000000 and 00:01:00. Here it is {options.OutboxInterval}.");
        RuleFor(options => options.OutboxLease).InclusiveBetween(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10))
            .WithMessage(options => $"OutboxLease must be between 00:00:01 and 00:10:00. Here it is {options.OutboxLease}.");
        RuleFor(options => options.OutboxLease).Must(IsStorable).WithMessage(options => InMilliseconds(nameof(options.OutboxLease), options.OutboxLease));
        RuleFor(options => options.FirstRetry).Must(IsStorable).WithMessage(options => InMilliseconds(nameof(options.FirstRetry), options.FirstRetry));
        RuleFor(options => options.LongestRetry).Must(IsStorable).WithMessage(options => InMilliseconds(nameof(options.LongestRetry), options.LongestRetry));
        RuleFor(options => options.FirstRetry).InclusiveBetween(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
            .WithMessage(options => $"FirstRetry must be between 00:00:01 and 01:00:00. Here it is {options.FirstRetry}.");
        RuleFor(options => options.FirstRetry).LessThanOrEqualTo(options => options.LongestRetry)
            .WithMessage(options => $"FirstRetry is {options.FirstRetry}, longer than LongestRetry, {options.LongestRetry}. Write at most that.");
        RuleFor(options => options.LongestRetry).InclusiveBetween(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
            .WithMessage(options => $"LongestRetry must be between 00:00:01 and 01:00:00. Here it is {options.LongestRetry}.");
        RuleFor(options => options.SendAttempts).InclusiveBetween(1, 100)
            .WithMessage(options => $"SendAttempts must be between 1 and 100. Here it is {options.SendAttempts}.");
        RuleFor(options => options.SendWait).InclusiveBetween(TimeSpan.Zero, TimeSpan.FromSeconds(30))
            .WithMessage(options => $"SendWait must be between 00:00:00 and 00:00:30. Here it is {options.SendWait}.");
        RuleFor(options => options.SendsSideBySide).InclusiveBetween(1, 64)
            .WithMessage(options => $"SendsSideBySide must be between 1 and 64. Here it is {options.SendsSideBySide}.");
        RuleFor(options => options.PortDeadline).InclusiveBetween(TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1))
            .WithMessage(options => $"PortDeadline must be between 00:00:00.1000000 and 00:01:00. Here it is {options.PortDeadline}.");

        RuleFor(options => options.SmsTexts)
            .Must(texts => !LanguageTags.SameLanguage(texts.Keys).Any())
            .WithMessage(options => $"SmsTexts has one language under two tags: {string.Join(", ", LanguageTags.SameLanguage(options.SmsTexts.Keys))}. Leave one of them.");
        RuleForEach(options => options.SmsTexts)
            .Must(texts => texts.Key.Length <= MaxTagLength && LanguageTag().IsMatch(LanguageTags.Canonical(texts.Key)))
            .WithMessage((_, texts) => $"SmsTexts[\"{texts.Key}\"] is under no language tag (BCP 47). Write for example he, pt-BR or zh-Hant.");
        RuleForEach(options => options.SmsTexts)
            .Must(texts => texts.Value is { Code: not null, NumberReplaced: not null })
            .WithMessage((_, texts) => $"SmsTexts[\"{texts.Key}\"] is null, or one of its texts is. Write new SmsTexts(…, …) with both.");
        RuleForEach(options => options.SmsTexts)
            .Must(texts => texts.Value?.Code is not { } code || code.Contains(SmsTexts.CodePlaceholder, StringComparison.Ordinal))
            .WithMessage((_, texts) => $"SmsTexts[\"{texts.Key}\"].Code has no {SmsTexts.CodePlaceholder}. Put it where the code belongs.");
        RuleForEach(options => options.SmsTexts)
            .Must(texts => Texts(texts.Value).All(text => !string.IsNullOrWhiteSpace(text) && WellFormed.Is(text)))
            .WithMessage((_, texts) => $"SmsTexts[\"{texts.Key}\"] has a text that is empty or no well-formed Unicode, or holds U+0000. Write both texts.");
        RuleForEach(options => options.SmsTexts)
            .Must(texts => !Texts(texts.Value).Any(HasOriginLine))
            .WithMessage((_, texts) => $"SmsTexts[\"{texts.Key}\"] has a line that begins with @, as the last line of a code's message does, which the library writes. Begin it otherwise.");
        RuleForEach(options => options.SmsTexts)
            .Must((options, texts) => texts.Value is not { Code: not null, NumberReplaced: not null } || (SmsSegment.Fits(texts.Value.Render(new string('0', codeDigits), SmsHostName.Written(options.SmsHost))) && SmsSegment.Fits(texts.Value.NumberReplaced)))
            .WithMessage((_, texts) => $"SmsTexts[\"{texts.Key}\"] does not fit one SMS with its last line: at most 160 GSM characters, or 70 with any other. Shorten it.");
        RuleFor(options => options.SmsHost)
            .Must(host => SmsSegment.Fits(SmsTexts.English.Render(new string('0', codeDigits), SmsHostName.Written(host))))
            .WithMessage("SmsHost is too long for the message to fit one SMS.");
    }

    private static IEnumerable<string> Texts(SmsTexts? texts) => new[] { texts?.Code, texts?.NumberReplaced }.OfType<string>();

    private static bool HasOriginLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart().StartsWith('@'))
                return true;
        }

        return false;
    }

    /// <summary>RFC 5646, section 2.1, of a tag in canonical form. A language of four letters or more is registered nowhere.</summary>
    [GeneratedRegex(@"^([a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?|x(-[a-z0-9]{1,8})+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();

    /// <summary>A message is known by the end of its lease, and stores keep whole milliseconds: with a part of one no completion would find its message.</summary>
    private static bool IsStorable(TimeSpan span) => span.Ticks % TimeSpan.TicksPerMillisecond == 0;

    private static string InMilliseconds(string option, TimeSpan span) => $"{option} must be in whole milliseconds, which is what stores keep. Here it is {span}.";
}

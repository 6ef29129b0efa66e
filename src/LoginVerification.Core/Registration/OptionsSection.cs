using Microsoft.Extensions.Configuration;

namespace LoginVerification;

/// <summary>The wiring in a section of the host's configuration, by the names of the options.</summary>
internal static class OptionsSection
{
    public static void Read(IConfigurationSection section, LoginVerificationOptions into) => new StrictSection(section, into.SectionErrors)
        .Text(nameof(into.SmsHost), text => into.SmsHost = text)
        .Keys(nameof(into.CodeKeys), into.CodeKeys)
        .Text(nameof(into.CurrentCodeKey), text => into.CurrentCodeKey = text)
        .Each(nameof(into.SmsTexts), "a language below it, and Code and NumberReplaced below that", language => into.SmsTexts[language.Key] = Texts(language, into.SectionErrors))
        .Wait(nameof(into.OutboxInterval), wait => into.OutboxInterval = wait)
        .YesOrNo(nameof(into.RunsOutbox), yes => into.RunsOutbox = yes)
        .Wait(nameof(into.OutboxLease), wait => into.OutboxLease = wait)
        .Wait(nameof(into.FirstRetry), wait => into.FirstRetry = wait)
        .Wait(nameof(into.LongestRetry), wait => into.LongestRetry = wait)
        .Number(nameof(into.SendAttempts), number => into.SendAttempts = number)
        .Wait(nameof(into.SendWait), wait => into.SendWait = wait)
        .Number(nameof(into.SendsSideBySide), number => into.SendsSideBySide = number)
        .Wait(nameof(into.PortDeadline), wait => into.PortDeadline = wait)
        .Read();

    /// <summary>A text that is missing is told by the rules of texts.</summary>
    private static SmsTexts Texts(IConfigurationSection language, IList<string> errors)
    {
        string code = null!, numberReplaced = null!;
        new StrictSection(language, errors)
            .Text(nameof(SmsTexts.Code), text => code = text)
            .Text(nameof(SmsTexts.NumberReplaced), text => numberReplaced = text)
            .Read();
        return new SmsTexts(code, numberReplaced);
    }
}

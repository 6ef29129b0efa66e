using Microsoft.Extensions.Configuration;

namespace LoginVerification.EntityFrameworkCore;

/// <summary>The options of the store in a section of the host's configuration, by their names.</summary>
internal static class StoreSection
{
    public static void Read(IConfigurationSection section, LoginVerificationStoreOptions into) => new StrictSection(section, into.SectionErrors)
        .Keys(nameof(into.SealingKeys), into.SealingKeys)
        .Text(nameof(into.CurrentSealingKey), text => into.CurrentSealingKey = text)
        .YesOrNo(nameof(into.ReadsUnsealed), yes => into.ReadsUnsealed = yes)
        .Wait(nameof(into.HousekeepingInterval), wait => into.HousekeepingInterval = wait)
        .YesOrNo(nameof(into.RunsHousekeeping), yes => into.RunsHousekeeping = yes)
        .Read();
}

using LoginVerification;
using LoginVerification.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>The tables of log-in verification in a host's model.</summary>
public static class LoginVerificationModelBuilderExtensions
{
    private const int EffectLength = 32;

    /// <summary>
    /// Adds the tables <c>LoginVerificationEnrolments</c>, <c>LoginVerificationEvents</c>, <c>LoginVerificationErasures</c>, <c>LoginVerificationNumbers</c>,
    /// <c>LoginVerificationOutbox</c> and <c>LoginVerificationSealingKeys</c>. Call it in <see cref="DbContext.OnModelCreating"/>, and add a migration. Account ids have to compare
    /// ordinally, upper and lower case apart, which some databases do by a collation alone.
    /// </summary>
    /// <param name="modelBuilder">The host's model.</param>
    /// <returns>The same builder.</returns>
    public static ModelBuilder AddLoginVerification(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<EnrolmentRow>(row =>
        {
            row.ToTable("LoginVerificationEnrolments").HasKey(enrolment => enrolment.Account);
            row.Property(enrolment => enrolment.Account).HasMaxLength(AccountId.MaxLength);
            row.Property(enrolment => enrolment.Enrolment).IsConcurrencyToken();
            row.Property(enrolment => enrolment.Version).IsConcurrencyToken();
            row.HasIndex(enrolment => enrolment.PendingLapsesAt);
        });
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("LoginVerificationEvents").HasKey(happened => new { happened.Account, happened.Version });
            row.Property(happened => happened.Account).HasMaxLength(AccountId.MaxLength);
            row.Property(happened => happened.Version).ValueGeneratedNever();
        });
        modelBuilder.Entity<ErasureRow>(row =>
        {
            row.ToTable("LoginVerificationErasures").HasKey(erasure => new { erasure.Account, erasure.Number });
            row.Property(erasure => erasure.Account).HasMaxLength(AccountId.MaxLength);
            row.Property(erasure => erasure.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<NumberRow>(row =>
        {
            row.ToTable("LoginVerificationNumbers").HasKey(number => new { number.Account, number.Number });
            row.Property(number => number.Account).HasMaxLength(AccountId.MaxLength);
            row.Property(number => number.Number).HasMaxLength(NumberTokens.Length);
            row.HasIndex(number => number.Number);
        });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("LoginVerificationOutbox").HasKey(message => new { message.Account, message.Id });
            row.Property(message => message.Account).HasMaxLength(AccountId.MaxLength);
            row.Property(message => message.Id).ValueGeneratedNever();
            row.Property(message => message.Effect).HasConversion<string>().HasMaxLength(EffectLength);
            row.HasIndex(message => message.DueAt);
        });
        modelBuilder.Entity<SealingKeyRow>(row =>
        {
            row.ToTable("LoginVerificationSealingKeys").HasKey(key => key.KeyId);
            row.Property(key => key.KeyId).HasMaxLength(SealingKeys.MaxIdLength);
            row.Property(key => key.ResealedTo).HasMaxLength(AccountId.MaxLength);
        });
        return modelBuilder;
    }
}

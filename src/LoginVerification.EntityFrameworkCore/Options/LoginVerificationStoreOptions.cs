using System.Text.Json.Serialization;

namespace LoginVerification;

/// <summary>How enrolments are kept in a database. Checked at start, with every error at once.</summary>
public sealed class LoginVerificationStoreOptions
{
    /// <summary>How many bytes a sealing key has: AES-256.</summary>
    public const int SealingKeyBytes = 32;

    /// <summary>
    /// The keys by which snapshots and events are sealed, and numbers are looked up, by id of 1 to 64 characters; each of
    /// <see cref="SealingKeyBytes"/> bytes from a cryptographic random source, kept outside the database. Without any, the database holds
    /// whole numbers as text. A key that is lost takes the enrolments with it.
    /// </summary>
    [JsonIgnore]
    public IDictionary<string, byte[]> SealingKeys { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>The id of the key for what is written; may be left empty while there is one key.</summary>
    public string CurrentSealingKey { get; set; } = "";

    /// <summary>
    /// Whether data that is not sealed is read although there is a key: true only from the introduction of a first key to a database in use
    /// until all of it is sealed. False by default, so that who can write the database cannot put a forgery in the place of what is sealed.
    /// </summary>
    public bool ReadsUnsealed { get; set; }

    /// <summary>How often lapsed pending numbers are forgotten, and data is looked for that an older key sealed: 1 s to 1 day; 1 min by default. The actual waits are half to one and a half times as long.</summary>
    public TimeSpan HousekeepingInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether this process does the housekeeping: true by default. At least one has to.</summary>
    public bool RunsHousekeeping { get; set; } = true;

    /// <summary>What a configuration section said that no option can hold; the start fails with it.</summary>
    internal IList<string> SectionErrors { get; } = [];
}

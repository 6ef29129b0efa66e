using System.Diagnostics.CodeAnalysis;

namespace LoginVerification;

/// <summary>The host's user: an opaque id of 1 to 128 characters of well-formed Unicode, none of them U+0000, compared ordinally. Immutable and thread-safe.</summary>
[JsonConverter(typeof(AccountIdJsonConverter))]
public sealed record AccountId
{
    /// <summary>The longest id that is accepted, in UTF-16 code units.</summary>
    public const int MaxLength = 128;

    private AccountId(string value) => Value = value;

    /// <summary>The id as the host gave it.</summary>
    public string Value { get; }

    /// <summary>Takes the host's own id.</summary>
    /// <param name="value">1 to <see cref="MaxLength"/> characters; not interpreted.</param>
    /// <exception cref="FormatException">The id is empty, too long, or holds half a surrogate pair.</exception>
    public static AccountId Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out var account)
            ? account
            : throw new FormatException($"An account id has 1 to {MaxLength} characters of well-formed Unicode, none of them U+0000, this one has {value.Length}. Pass the stable id of your user, not a display name.");
    }

    /// <summary>Takes the host's own id if it can be one.</summary>
    /// <param name="value">Any text, or null.</param>
    /// <param name="account">The account, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out AccountId? account)
    {
        account = value is { Length: > 0 and <= MaxLength } && WellFormed.Is(value) ? new AccountId(value) : null;
        return account is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

namespace LoginVerification.Testing;

/// <summary>What <see cref="IPhoneNumberReader"/> promises.</summary>
public abstract class PhoneNumberReaderContract : PortContract
{
    private const int Callers = 8;
    private const int Seed = 20260115;
    private const string Alphabet = "0123456789+＋ -().x٠٥９５é\0\uD83D\uDCDE";

    private static readonly CountryCode?[] Countries = [null, CountryCode.Parse("GB"), CountryCode.Parse("US"), CountryCode.Parse("IL"), CountryCode.Parse("XX")];

    private static readonly string[] Oddities =
    [
        "", " ", "+", "++", "0", "00", "-", "phone", "1-800-FLOWERS", "+44 7700 900123 x5", "tel:+447700900123", "\0", "\uD83D",
        "\uDCDE\uD83D", "🇬🇧", "٠٥٠٢٣٤", "+" + new string('9', 15), "+" + new string('9', 16), new string('1', 100_000), new string('+', 1_000),
    ];

    /// <summary>The adapter under test.</summary>
    protected abstract IPhoneNumberReader Open();

    /// <summary>Texts with <c>+</c> that the adapter reads as numbers.</summary>
    protected virtual IReadOnlyList<PhoneInput> ReadableTexts => ["+44 7700 900123", "+12025550123", "+972 50-234-5678"];

    /// <summary>A clause.</summary>
    public Task Any_text_gets_a_proper_answer()
    {
        var reader = Open();
        foreach (var text in Oddities.Concat(RandomTexts(500)))
        {
            foreach (var country in Countries)
                DemandProper(reader.Read(text, country));
        }

        return Task.CompletedTask;
    }

    /// <summary>A clause.</summary>
    public Task A_number_that_was_read_reads_the_same_in_E164()
    {
        var reader = Open();
        foreach (var text in ReadableTexts)
        {
            var details = Details(reader, text, null);
            Demand.Same(details, Details(reader, details.Number.E164, null), "The E.164 form, read again");
            Demand.Same(details, Details(reader, details.Number.E164, details.Country), "The E.164 form, read again with its country");
        }

        return Task.CompletedTask;
    }

    /// <summary>A clause.</summary>
    public Task A_number_with_plus_is_read_alike_whatever_country_is_stated()
    {
        var reader = Open();
        foreach (var text in ReadableTexts.Concat(RandomTexts(500).Select(text => new PhoneInput($"+{text}"))))
        {
            var open = reader.Read(text, null);
            foreach (var country in Countries)
                Demand.Same(open, reader.Read(text, country), "A number with +, read with a country stated");
        }

        return Task.CompletedTask;
    }

    /// <summary>A clause.</summary>
    public Task The_country_of_a_number_is_its_own()
    {
        var reader = Open();
        foreach (var text in RandomTexts(500))
        {
            foreach (var country in Countries)
            {
                if (reader.Read(text, country) is PhoneReading.Readable { Details: var details })
                    Demand.Same(details, Details(reader, details.Number.E164, null), "A number that was read with a country stated, read again without one");
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>A clause.</summary>
    public async Task Many_texts_are_read_at_once()
    {
        var reader = Open();
        foreach (var text in ReadableTexts)
        {
            var alone = Details(reader, text, null);
            foreach (var reading in await Demand.AtOnceAsync(Callers, _ => Task.FromResult(Details(reader, text, null))).ConfigureAwait(false))
                Demand.Same(alone, reading, "A number, read at once by many");
        }
    }

    private static PhoneDetails Details(IPhoneNumberReader reader, PhoneInput text, CountryCode? country) =>
        reader.Read(text, country) is PhoneReading.Readable { Details: var details }
            ? details
            : throw new ContractViolationException("One of the readable texts was not read.");

    private static void DemandProper(PhoneReading? reading) => Demand.That(
        reading is PhoneReading.Readable { Details: not null } || (reading is PhoneReading.Unreadable { Fault: var fault } && Enum.IsDefined(fault)),
        "A text got neither a number nor a known fault.");

#pragma warning disable RS0030 // No secret is drawn: the same texts in each run, so that a failure is seen again.
    private static IEnumerable<string> RandomTexts(int count)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
            yield return new string(random.GetItems<char>(Alphabet, random.Next(1, 30)));
    }
#pragma warning restore RS0030
}

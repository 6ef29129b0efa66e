using FsCheck.Xunit;

namespace LoginVerification.PhoneNumbers.Tests;

public sealed class NeverThrowsTests
{
    private const string Alphabet = "0123456789+＋ -().x٠٥९５\0\uD83D\uDCDE";
    private static readonly string?[] _countries = [null, "IL", "US", "GB", "IT", "AR", "DE", "BR", "VA", "XX"];

    [Property(MaxTest = 2000)]
    public void Any_text_is_answered(string? text) => AnsweredAndStable(text ?? string.Empty);

    [Property(MaxTest = 5000)]
    public void Any_text_that_looks_like_a_number_is_answered(byte[] picks) =>
        AnsweredAndStable(string.Concat(picks.Select(pick => Alphabet[pick % Alphabet.Length])));

    [Property(MaxTest = 5000)]
    public void Any_digits_are_answered(ulong digits)
    {
        AnsweredAndStable($"+{digits}");
        AnsweredAndStable($"0{digits}");
        AnsweredAndStable($"00{digits}");
    }

    [Property(MaxTest = 5000)]
    public void Any_digits_behind_a_calling_code_are_answered(byte code, uint digits) => AnsweredAndStable($"+{code}{digits}");

    [Fact]
    public void Nothing_typed_is_no_answer_but_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentNullException>(() => Reading.Reader.Read(null!, null));

    [Fact]
    public void Many_threads_read_the_same()
    {
        var library = global::PhoneNumbers.PhoneNumberUtil.GetInstance();
        var examples = library.GetSupportedRegions().Select(region => (Region: region, Text: library.Format(library.GetExampleNumber(region), global::PhoneNumbers.PhoneNumberFormat.NATIONAL))).ToArray();
        var alone = examples.Select(example => Reading.Details(example.Text, example.Region)).ToArray();
        Parallel.For(0, 4 * examples.Length, at =>
        {
            var (region, text) = examples[at % examples.Length];
            Assert.Equal(alone[at % examples.Length], Reading.Details(text, region));
        });
    }

    private static void AnsweredAndStable(string text)
    {
        foreach (var country in _countries)
        {
            if (Reading.Of(text, country) is not PhoneReading.Readable { Details: var details })
                continue;
            Assert.Equal(details, Reading.Details(details.Number.E164, country));
            Assert.Equal(details, Reading.Details(details.Number.E164));
        }
    }
}

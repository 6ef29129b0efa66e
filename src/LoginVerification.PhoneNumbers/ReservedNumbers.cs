namespace LoginVerification.PhoneNumbers;

/// <summary>The numbers that regulators keep free for drama and tests; doubtful ranges are left out.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>Numbers</term><description>Published by</description></listheader>
/// <item><term>+1 NPA 555-0100 to 0199</term><description>NANPA, "555 line numbers": kept for entertainment and advertising in every area code</description></item>
/// <item><term>+44 7700 900000 to 900999, and 1,000 numbers each in 15 areas and 3 services</term><description>Ofcom, "Numbers for drama"; Northern Ireland is left out, as its range was moved</description></item>
/// <item><term>+61 N 5550 xxxx, N 7010 xxxx (N: 2, 3, 7, 8) and 30 mobile numbers</term><description>ACMA, "Phone numbers for use in TV shows, films and creative works"</description></item>
/// <item><term>+33 6 39 98 xx xx and five geographic blocks</term><description>ARCEP, decision 2018-0881, numbering plan: audiovisual works</description></item>
/// <item><term>+49 171 39200xx, +49 176 040690xx and 1,000 numbers each in five cities</term><description>Bundesnetzagentur, notice 148/2021, "Drama Numbers"; the single mobile numbers of the list are left out</description></item>
/// </list>
/// </remarks>
internal static class ReservedNumbers
{
    private const int NorthAmericanLength = 12;

    private static readonly ReservedRange[] Ranges =
    [
        new("+447700900", 3, "GB", LineType.Mobile),
        new("+448081570", 3, "GB", LineType.TollFree),
        new("+449098790", 3, "GB", LineType.PremiumRate),
        new("+443069990", 3, "GB", LineType.Uan),
        .. Fixed("GB", 3,
            "+441134960", "+441144960", "+441154960", "+441164960", "+441174960", "+441184960", "+441214960", "+441314960",
            "+441414960", "+441514960", "+441614960", "+441914980", "+442079460", "+442920180", "+441632960"),

        .. Fixed("AU", 4, "+6125550", "+6127010", "+6135550", "+6137010", "+6175550", "+6177010", "+6185550", "+6187010"),
        .. Mobile("AU", 0,
            "+61491570006", "+61491570110", "+61491570156", "+61491570157", "+61491570158", "+61491570159",
            "+61491570313", "+61491570737", "+61491571266", "+61491571491", "+61491571804", "+61491572549",
            "+61491572665", "+61491572983", "+61491573087", "+61491573770", "+61491574118", "+61491574632",
            "+61491575254", "+61491575789", "+61491576398", "+61491576801", "+61491577426", "+61491577644",
            "+61491578148", "+61491578888", "+61491578957", "+61491579212", "+61491579455", "+61491579760"),

        .. Mobile("FR", 4, "+3363998"),
        .. Fixed("FR", 4, "+3319900", "+3326191", "+3335301", "+3346571", "+3353649"),

        .. Mobile("DE", 2, "+4917139200", "+49176040690"),
        .. Fixed("DE", 3, "+493023125", "+496990009", "+494066969", "+492214710", "+498999998"),
    ];

    private static readonly ReservedRange NorthAmerican = new("+1", NorthAmericanLength - 2, null, LineType.FixedLineOrMobile);

    /// <summary>The range that holds a number, or null.</summary>
    public static ReservedRange? Find(string e164)
    {
        if (NorthAmerican.Has(e164))
            return e164.AsSpan(5, 5) is "55501" ? NorthAmerican : null;
        foreach (var range in Ranges)
        {
            if (range.Has(e164))
                return range;
        }

        return null;
    }

    private static IEnumerable<ReservedRange> Fixed(string country, int freeDigits, params string[] prefixes) =>
        prefixes.Select(prefix => new ReservedRange(prefix, freeDigits, country, LineType.FixedLine));

    private static IEnumerable<ReservedRange> Mobile(string country, int freeDigits, params string[] prefixes) =>
        prefixes.Select(prefix => new ReservedRange(prefix, freeDigits, country, LineType.Mobile));
}

using System.Collections.Frozen;

namespace LoginVerification.Engine;

/// <summary>
/// Language tags in canonical form, so that two names of one language meet: <c>iw</c> and <c>he</c>, <c>zh-cmn-Hans</c> and
/// <c>cmn-Hans</c>, <c>i-lux</c> and <c>lb</c> (RFC 5646, section 4.5).
/// </summary>
/// <remarks>
/// The data are the IANA Language Subtag Registry's of 2025-08-25: "Preferred-Value" of languages, regions and grandfathered tags. Left
/// out are sign languages and variants, in which nobody writes an SMS.
/// </remarks>
internal static class LanguageTags
{
    private const int MaxLength = 100;

    private static readonly FrozenDictionary<string, string> Languages = Pairs(
        "in>id iw>he ji>yi jw>jv mo>ro aam>aas adp>dz ajp>apc ajt>aeb asd>snz aue>ktz ayx>nun bgm>bcg bic>bir bjd>drl blg>iba ccq>rki " +
        "cjr>mom cka>cmr cmk>xch coy>pij cqu>quh dek>sqm dit>dif drh>khk drr>kzk drw>prs gav>dev gfx>vaj ggn>gvr gli>kzk gti>nyc " +
        "guv>duz hrr>jal ibi>opa ilw>gal jeg>oyb kgc>tdf kgh>kml kgm>plu koj>kwv krm>bmf ktr>dtp kvs>gdj kwq>yam kxe>tvd kxl>kru " +
        "kzj>dtp kzt>dtp lak>ksp lii>raq llo>ngt lmm>rmx meg>cir mst>mry mwj>vaj myd>aog myt>mry nad>xny ncp>kdz nns>nbr nnx>ngv " +
        "nom>cbr nte>eko nts>pij nxu>bpp oun>vaj pat>kxr pcr>adx pmc>huw pmk>crr pmu>phr ppa>bfy ppr>lcq prp>gu pry>prt puz>pub " +
        "sca>hle skk>oyb smd>kmb snb>iba szd>umi tdu>dtp thc>tpo thw>ola thx>oyb tie>ras tkk>twm tlw>weo tmk>tdg tmp>tyj tne>kak " +
        "tnf>prs tpw>tpn tsf>taj uok>ema xba>cax xia>acn xkh>waw xrq>dmw xss>zko ybd>rki yma>lrr ymt>mtm yos>zom yuu>yug zir>scv zkb>kjh");

    private static readonly FrozenDictionary<string, string> Regions = Pairs("BU>MM DD>DE FX>FR TP>TL YD>YE ZR>CD");

    private static readonly FrozenDictionary<string, string> WholeTags = Pairs(
        "art-lojban>jbo en-GB-oed>en-GB-oxendict i-ami>ami i-bnn>bnn i-hak>hak i-klingon>tlh i-lux>lb i-navajo>nv i-pwn>pwn i-tao>tao " +
        "i-tay>tay i-tsu>tsu no-bok>nb no-nyn>nn zh-guoyu>cmn zh-hakka>hak zh-min-nan>nan zh-xiang>hsn");

    // The registry's extended languages and what they extend, and the two written forms of Norwegian.
    private static readonly FrozenDictionary<string, string> Wider = new (string Language, string Parts)[]
    {
        ("ar", "aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp bbz pga shu ssh"),
        ("kok", "gom knn"),
        ("lv", "ltg lvs"),
        ("ms", "bjn btj bve bvu coa dup hji jak jax kvb kvr kxd lce lcf liw max meo mfa mfb min mqg msi mui orn ors pel pse tmw urk vkk vkt xmm zlm zmi zsm"),
        ("no", "nb nn"),
        ("sw", "swc swh"),
        ("uz", "uzn uzs"),
        ("zh", "cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue"),
    }.SelectMany(wider => wider.Parts.Split(' ').Select(part => (part, wider.Language)))
        .ToFrozenDictionary(pair => pair.part, pair => pair.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The canonical form of a tag; of what is none, the text itself. Case is kept: tags are compared without it.</summary>
    public static string Canonical(string tag)
    {
        if (tag.Length > MaxLength)
            return tag;
        // pt_BR is how POSIX and Java write pt-BR.
        var hyphened = tag.Replace('_', '-');
        var subtags = WholeTags.GetValueOrDefault(hyphened, hyphened).Split('-').ToList();
        // An extended language is a language itself (RFC 5646, section 2.2.2).
        if (subtags is [var language, var extended, ..] && string.Equals(Wider.GetValueOrDefault(extended), language, StringComparison.OrdinalIgnoreCase))
            subtags.RemoveAt(0);
        subtags[0] = Languages.GetValueOrDefault(subtags[0], subtags[0]);
        // The region stands behind the language, or behind its script; what follows a single letter is something else.
        for (var at = 1; at < subtags.Count && subtags[at].Length > 1; at++)
            subtags[at] = Regions.GetValueOrDefault(subtags[at], subtags[at]);
        return string.Join('-', subtags);
    }

    /// <summary>
    /// The canonical tags under which texts may lie, the best first: the tag, and what is left as its last subtags are taken away (RFC
    /// 4647, section 3.4); then the same of the language that it is a part of, for example <c>zh-Hans</c> for <c>cmn-Hans</c>.
    /// </summary>
    public static IEnumerable<string> LookUpOrder(string tag)
    {
        if (tag.Length > MaxLength)
            return [];
        var canonical = Canonical(tag);
        var language = canonical.Split('-')[0];
        return Wider.TryGetValue(language, out var wider)
            ? Shortened(canonical).Concat(Shortened($"{wider}{canonical.AsSpan(language.Length)}"))
            : Shortened(canonical);
    }

    /// <summary>Those of the tags that name a language which another one names as well.</summary>
    public static IEnumerable<string> SameLanguage(IEnumerable<string> tags) =>
        tags.GroupBy(Canonical, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).SelectMany(same => same);

    private static IEnumerable<string> Shortened(string tag)
    {
        yield return tag;
        for (var cut = tag.LastIndexOf('-'); cut > 0; cut = tag.LastIndexOf('-', cut - 1))
        {
            // A single letter only introduces what followed it.
            if (cut > 1 && tag[cut - 2] is not '-')
                yield return tag[..cut];
        }
    }

    private static FrozenDictionary<string, string> Pairs(string pairs) => pairs.Split(' ')
        .Select(pair => pair.Split('>'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
}

namespace LoginVerification;

/// <summary>What kind of line a number belongs to, as far as its digits tell.</summary>
[JsonConverter(typeof(NameJsonConverter<LineType>))]
public enum LineType
{
    /// <summary>The digits do not tell.</summary>
    Unknown,

    /// <summary>A mobile line.</summary>
    Mobile,

    /// <summary>A fixed line.</summary>
    FixedLine,

    /// <summary>A fixed or a mobile line: the numbering plan does not tell them apart (for example +1).</summary>
    FixedLineOrMobile,

    /// <summary>A number of an Internet telephony service.</summary>
    Voip,

    /// <summary>A number that follows its owner to several lines.</summary>
    Personal,

    /// <summary>A company-wide access number.</summary>
    Uan,

    /// <summary>Free for the caller.</summary>
    TollFree,

    /// <summary>The caller pays the owner.</summary>
    PremiumRate,

    /// <summary>The caller pays a part.</summary>
    SharedCost,

    /// <summary>A pager.</summary>
    Pager,

    /// <summary>A voice mailbox.</summary>
    Voicemail,
}

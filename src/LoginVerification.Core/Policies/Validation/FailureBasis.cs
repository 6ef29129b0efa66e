namespace LoginVerification.Policies;

/// <summary>What a failure was concluded from, besides the value itself. Where that part of a file is broken, the conclusion may be wrong.</summary>
[Flags]
internal enum FailureBasis
{
    /// <summary>Nothing else.</summary>
    Itself = 0,

    /// <summary>The names of surfaces and screens.</summary>
    Names = 1,

    /// <summary>Homes, links and <c>then</c>s.</summary>
    Targets = 2,

    /// <summary>The actions that screens offer.</summary>
    Offers = 4,

    /// <summary>What rules say.</summary>
    Rules = 8,

    /// <summary>The attributes that are declared.</summary>
    Attributes = 16,
}

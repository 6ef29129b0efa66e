namespace LoginVerification.Engine;

/// <summary>What kind of way leads out of a refusal.</summary>
internal enum RefusalKind
{
    /// <summary>The purpose is reached, or there is none: no way out is owed.</summary>
    NothingToDo,

    /// <summary>Time. Never a surface or a number that would evade a limit.</summary>
    Wait,

    /// <summary>Another authentication.</summary>
    StaleAuthentication,

    /// <summary>The host's staff. Never a surface or a number that would evade a risk.</summary>
    StaffOnly,

    /// <summary>Another number.</summary>
    BadNumber,

    /// <summary>Some other action, here or on another surface: it has to be searched.</summary>
    SomewhereElse,
}

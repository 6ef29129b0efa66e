namespace LoginVerification;

/// <summary>What became of a notice.</summary>
public enum NoticeReceipt
{
    /// <summary>It was handed on.</summary>
    Sent,

    /// <summary>The account has no address but the phone in question; the host shows the notice in the application.</summary>
    NoIndependentAddress,
}

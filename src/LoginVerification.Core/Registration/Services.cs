namespace LoginVerification;

/// <summary>What hosts resolve.</summary>
internal sealed record Services(IEnrolmentService Enrolments, ISignInService SignIns, IDeviceService Devices);

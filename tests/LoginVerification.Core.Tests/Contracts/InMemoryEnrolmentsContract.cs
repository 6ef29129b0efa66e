namespace LoginVerification.Tests;

internal sealed class InMemoryEnrolmentsContract : EnrolmentsContract
{
    protected override ValueTask<EnrolmentPorts> OpenAsync()
    {
        var enrolments = new InMemoryEnrolments();
        return new(new EnrolmentPorts(enrolments, enrolments, enrolments));
    }
}

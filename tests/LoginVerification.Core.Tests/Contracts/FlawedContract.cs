namespace LoginVerification.Tests;

/// <summary>The contract of the store, put to an adapter that breaks it.</summary>
internal sealed class FlawedContract(Action<FlawedEnrolments> flaw) : EnrolmentsContract
{
    protected override ValueTask<EnrolmentPorts> OpenAsync()
    {
        var flawed = new FlawedEnrolments();
        flaw(flawed);
        return new(new EnrolmentPorts(flawed, flawed, flawed));
    }
}

namespace LoginVerification.Exploration;

/// <summary>A state as a property sees it: where a user stands, and with what. Immutable.</summary>
public readonly struct StateView
{
    private readonly PolicyModel model;
    private readonly ModelState state;

    internal StateView(PolicyModel model, ModelState state)
    {
        this.model = model;
        this.state = state;
    }

    /// <summary>The lifecycle's state.</summary>
    public EnrolmentState State => model.LifecycleOf(state);

    /// <summary>An enrolment as it is here; instants are told as of one fixed present.</summary>
    public Enrolment Enrolment => model.ExampleOf(state);

    /// <summary>Where the user is.</summary>
    public Surface Surface => model.ScreenOf(state).Surface;

    /// <summary>On which screen.</summary>
    public string Screen => model.ScreenOf(state).Name;

    /// <summary>Whose numbers they are.</summary>
    public NumberClass Class => model.ClassOf(state);

    /// <summary>Whether the account has a device for the app channel.</summary>
    public bool DeviceRegistered => state.Device;

    /// <summary>What became of the newest SMS.</summary>
    public SmsDelivery Message => state.Message;
}

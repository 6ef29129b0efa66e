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

    /// <summary>Whether a number waits for its code.</summary>
    public bool Pending => Shape.Pending is not null;

    /// <summary>Whether a number is verified.</summary>
    public bool Verified => Shape.IsVerified;

    /// <summary>Whether the verified number was reported to have changed hands, and has to be confirmed again.</summary>
    public bool NeedsReverification => Shape.NeedsReverification;

    /// <summary>Whether wrong codes lock the account.</summary>
    public bool Locked => Shape.Locked;

    /// <summary>Whether a verified number was removed so recently that none is taken yet.</summary>
    public bool CoolingDown => Shape.CoolingDown;

    /// <summary>The channel that protects the log-in, or null.</summary>
    public VerificationChannel? Channel => Shape.Active;

    /// <summary>An enrolment as it is here; instants are told as of one fixed present.</summary>
    public Enrolment Enrolment => model.ExampleOf(state);

    /// <summary>Where the user is.</summary>
    public Surface Surface => model.ScreenOf(state).Surface;

    /// <summary>On which screen.</summary>
    public string Screen => model.ScreenOf(state).Name;

    /// <summary>Whose numbers they are.</summary>
    public NumberClass Class => model.ClassOf(state);

    /// <summary>The value of an attribute of the account; null where the class has accounts of several values, which no rule tells apart.</summary>
    /// <param name="attribute">An attribute that the policy declares.</param>
    /// <exception cref="ArgumentException">The policy declares no such attribute.</exception>
    public string? AccountValue(string attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        foreach (var (name, value) in Class.Account)
        {
            if (name == attribute)
                return value;
        }

        return PolicyAccounts.NameComplaint(model.Policy, attribute) is { } complaint ? throw new ArgumentException(complaint, nameof(attribute)) : null;
    }

    /// <summary>Whether the account has a device for the app channel.</summary>
    public bool DeviceRegistered => state.Device;

    /// <summary>What became of the newest SMS.</summary>
    public SmsDelivery Message => state.Message;

    private Shape Shape => model.Table[state.Shape];
}

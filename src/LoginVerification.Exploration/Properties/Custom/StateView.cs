namespace LoginVerification.Exploration;

/// <summary>A state as a property sees it: where a user stands, and with what. Immutable.</summary>
public readonly struct StateView
{
    private readonly PolicyModel product;
    private readonly ModelState place;

    internal StateView(PolicyModel product, ModelState place)
    {
        this.product = product;
        this.place = place;
    }

    /// <summary>The lifecycle's state.</summary>
    public EnrolmentState State => product.StateOf(place);

    /// <summary>An enrolment as it is here; instants are told as of one fixed present.</summary>
    public Enrolment Enrolment => product.Table.Space.Example(product.Table.Shapes[place.Shape], Class.Numbers);

    /// <summary>Where the user is.</summary>
    public Surface Surface => product.Site.Pages[place.Page].Surface;

    /// <summary>On which screen.</summary>
    public string Screen => product.Site.Pages[place.Page].Screen.Name;

    /// <summary>Whose numbers they are.</summary>
    public NumberClass Class => product.Classes[place.Class];

    /// <summary>Whether the account has a device for the app channel.</summary>
    public bool DeviceRegistered => place.Device;

    /// <summary>What became of the newest SMS.</summary>
    public SmsDelivery Message => place.Message;
}

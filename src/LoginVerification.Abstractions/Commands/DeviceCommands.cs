namespace LoginVerification;

/// <summary>A command of a device, which proves itself by a signature under its key (ECDSA over P-256 with SHA-256, FIPS 186-5). What is signed is on the page on the app's protocol.</summary>
public abstract record DeviceCommand : EnrolmentCommand
{
    private protected DeviceCommand(string signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        Signature = signature;
    }

    /// <summary>The signature: r and s, 32 bytes each (IEEE P1363), s at most half the order of the curve, as base64url without padding.</summary>
    public string Signature { get; }
}

/// <summary>Binds a device to the account, with the token that its owner got when signed in. The signature proves that the device has the private key.</summary>
/// <param name="Token">What the owner's page, or the app itself, was given.</param>
/// <param name="Key">The device's public key as base64url.</param>
/// <param name="Name">What the owner calls the device: 1 to <see cref="AppDevice.MaxNameLength"/> characters, some of which show; none controls, or turns the direction of the text; blanks around it are dropped.</param>
/// <param name="Address">Where a push service reaches it, or null.</param>
/// <param name="Signature">See <see cref="DeviceCommand.Signature"/>.</param>
public sealed record BindDevice(string Token, string Key, string Name, PushAddress? Address, string Signature) : DeviceCommand(Signature)
{
    /// <summary>The name alone: who has the token can bind a device.</summary>
    public override string ToString() => $"BindDevice {{ Name = {Name} }}";
}

/// <summary>The owner's answer to a prompt.</summary>
/// <param name="Device">The device.</param>
/// <param name="Challenge">The challenge of the prompt.</param>
/// <param name="Decision">Yes or no.</param>
/// <param name="Number">The number that the owner typed; for a no, an empty text.</param>
/// <param name="Signature">See <see cref="DeviceCommand.Signature"/>.</param>
public sealed record AnswerPrompt(DeviceId Device, ChallengeId Challenge, PromptDecision Decision, CodeInput Number, string Signature) : DeviceCommand(Signature);

/// <summary>Tells where a push service reaches a device from now on.</summary>
/// <param name="Device">The device.</param>
/// <param name="Address">The address, or null for none.</param>
/// <param name="At">When the device says so, by its clock; within 5 minutes of the host's. What somebody took down takes no address back after that.</param>
/// <param name="Signature">See <see cref="DeviceCommand.Signature"/>.</param>
public sealed record ChangeDeviceAddress(DeviceId Device, PushAddress? Address, [property: JsonConverter(typeof(InstantJsonConverter))] NodaTime.Instant At, string Signature)
    : DeviceCommand(Signature);

/// <summary>What an owner says to a prompt.</summary>
[JsonConverter(typeof(NameJsonConverter<PromptDecision>))]
public enum PromptDecision
{
    /// <summary>It is they who sign in.</summary>
    Approve,

    /// <summary>It is somebody else.</summary>
    Deny,
}

namespace LoginVerification.Engine;

/// <summary>
/// Who may give which command. A breach is a programmer's mistake, so that it throws: no user can choose the initiator.
/// Staff may disable, remove and cancel on an owner's behalf; nobody but the owner adds a number or turns protection on.
/// </summary>
internal static class Authority
{
    public static void Ensure(Origin origin, EnrolmentCommand command)
    {
        var allowed = (command, origin.By) switch
        {
            (UserCommand or OwnerCommand, Initiator.User) => origin.Surface is not null,
            (SignInCommand, Initiator.SignIn) => origin.Surface is not null,
            (DeviceCommand, Initiator.Device) => true,
            (CancelPending or DisableVerification or RemovePhone or RemoveDevice, Initiator.Operator) => true,
            (LapsePending, Initiator.Time) => true,
            (InvalidatePhone or OptOutOfDelivery or RestoreDelivery, Initiator.Operator or Initiator.Carrier) => true,
            (Unlock or ImportVerifiedPhone, Initiator.Operator) => true,
            _ => false,
        };
        if (!allowed)
            throw new ArgumentException($"{command.GetType().Name} is not for {origin.By} to give. Make the caller with {Makers(command)}.", nameof(command));
    }

    private static string Makers(EnrolmentCommand command) => command switch
    {
        CancelPending or DisableVerification or RemovePhone or RemoveDevice => "Caller.User or Caller.Operator",
        UserCommand or OwnerCommand => "Caller.User",
        SignInCommand => "Caller.SigningIn",
        DeviceCommand => "Caller.Device",
        LapsePending => "Caller.Time",
        InvalidatePhone or OptOutOfDelivery or RestoreDelivery => "Caller.Carrier or Caller.Operator",
        _ => "Caller.Operator",
    };
}

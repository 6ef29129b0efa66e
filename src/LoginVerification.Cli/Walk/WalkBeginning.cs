namespace LoginVerification.Cli;

/// <summary>Finds out where an earlier walk on the same store came to.</summary>
internal static class WalkBeginning
{
    /// <returns>What is stored, and the request with the number that is enrolled there, where the options name none.</returns>
    /// <exception cref="BadInputException">The options name another number than the one that is enrolled there.</exception>
    public static async Task<(WalkRequest Request, WalkFound Found)> FindAsync(WalkRequest request, WalkService service, CancellationToken cancellationToken)
    {
        // A code that was saved and not sent arrives now, if it is due.
        await service.DispatchAsync(cancellationToken);
        var stored = await service.LoadAsync(cancellationToken);
        var status = await service.Enrolments.GetStatusAsync(Caller.User(WalkService.Account, request.From, default), cancellationToken);
        var found = new WalkFound(status.State, stored?.Version ?? 0, service.Post.Collect());
        var phone = status.State switch
        {
            EnrolmentState.NoPhone => null,
            EnrolmentState.PhonePending => stored!.Pending!.Details,
            _ => stored!.Phone!.Details,
        };
        if (phone is null || phone.Number == request.Phone.Number)
            return (request, found);
        if (request.NumberFrom is { } option)
        {
            throw new BadInputException(
                $"{option} says another number ({request.Phone.Number.Masked}) than the one that --store \"{request.Store!.Name}\" has ({phone.Number.Masked}). Leave the option out, or name another store.");
        }

        return (request with { Phone = phone, Typed = new PhoneInput(phone.Number.E164) }, found);
    }
}

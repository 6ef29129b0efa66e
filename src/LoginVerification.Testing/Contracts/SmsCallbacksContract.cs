namespace LoginVerification.Testing;

/// <summary>What <see cref="ISmsCallbacks"/> promises.</summary>
public abstract class SmsCallbacksContract : PortContract
{
    private const int MostCharacters = 32;
    private const int Callers = 8;

    /// <summary>The adapter under test.</summary>
    protected abstract ISmsCallbacks Open();

    /// <summary>A request that the provider has proved to have sent, and that says something.</summary>
    protected abstract CallbackRequest Proved { get; }

    /// <summary>A clause: the name is a part of an address.</summary>
    public Task The_provider_has_a_name()
    {
        var name = Open().Provider;
        Demand.That(
            name is { Length: >= 1 and <= MostCharacters } && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-'),
            $"The provider is called \"{name}\", and its name has 1 to {MostCharacters} characters a-z 0-9 -.");
        return Task.CompletedTask;
    }

    /// <summary>A clause.</summary>
    public Task What_is_proved_is_read()
    {
        var read = Open().Read(Proved);
        Demand.That(read is SmsCallback.Delivery or SmsCallback.Inbound, $"What the provider proved and said was read as {read}.");
        return Task.CompletedTask;
    }

    /// <summary>A clause: providers call again where they heard no answer.</summary>
    public async Task What_is_read_again_or_at_once_is_read_alike()
    {
        var callbacks = Open();
        var kinds = await Demand.AtOnceAsync(Callers, _ => Task.Run(() => callbacks.Read(Proved).GetType())).ConfigureAwait(false);
        Demand.That(kinds.Distinct().Count() == 1, "The same request was read in two ways.");
    }

    /// <summary>A clause: anybody can call. What nobody proved is refused for that, whatever it says.</summary>
    public Task What_nobody_proved_is_unverified()
    {
        var callbacks = Open();
        foreach (var request in new CallbackRequest[]
        {
            new("https://example.com/", null, [], _ => null),
            new("https://example.com/sms?secret=&id=%&from=%00&text=\uD800&%", "?secret=&id=%&from=%00&text=\uD800&%", [], _ => ""),
            new("no address", new string('&', 100_000), [new("From", "STOP"), new("From", ""), new("", "\0")], _ => new string('=', 10_000)),
        })
        {
            Demand.That(callbacks.Read(request) is SmsCallback.Refused { Fault: CallbackFault.Unverified }, "A request that nobody proved was taken, or refused for what it says.");
        }

        return Task.CompletedTask;
    }
}

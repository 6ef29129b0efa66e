using LoginVerification.Sms.Tests.Loopback;
using LoginVerification.Sms.Tests.Programs;
using LoginVerification.Sms.Tests.Sending;

namespace LoginVerification.Sms.Tests.Kannel;

/// <summary>
/// A real Kannel on free ports of this machine: bearerbox, smsbox, and its fake SMS centre in place of the phone network. It calls back to a listener of
/// the test's. Everything ends with the tests, each program by its own process id.
/// </summary>
public sealed class KannelGateway : IAsyncLifetime
{
    /// <summary>No SMS centre takes numbers that begin so.</summary>
    public const string NotRoutable = "+999";

    /// <summary>Numbers that begin so are on the black list of the user.</summary>
    public const string Denied = "+998";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("login-verification-kannel-");
    private readonly List<RunningProgram> programs = [];

    internal Uri SendSms { get; private set; } = new("http://127.0.0.1:9/");

    /// <summary>The host that Kannel calls; null for <see cref="Callbacks"/>.</summary>
    internal Uri? Host { get; init; }

    internal Uri ReportTo => new(Host ?? Callbacks.Address, "sms/kannel");

    /// <summary>Where Kannel calls.</summary>
    internal LoopbackServer Callbacks { get; } = new(new LoopbackAnswer(200, "", "text/plain"));

    internal PhoneNetwork Phones => new(programs[^1]);

    public async Task InitializeAsync()
    {
        // Tests that need it say so themselves.
        if (Needs.Missing(Needs.Kannel) is not null)
            return;
        var ports = FreePorts.Take(4);
        var (admin, boxes, centre, sendsms) = (ports[0], ports[1], ports[2], ports[3]);
        var file = Path.Combine(folder.FullName, "kannel.conf");
        await File.WriteAllTextAsync(file, Configuration(admin, boxes, centre, sendsms));
        SendSms = new Uri($"http://127.0.0.1:{sendsms}/cgi-bin/sendsms");

        var bearerbox = Start(Needs.Bearerbox, "-v", "0", file);
        await FreePorts.WaitForAsync(boxes, () => string.Join('\n', bearerbox.Lines));
        var smsbox = Start(Needs.Smsbox, "-v", "0", file);
        await FreePorts.WaitForAsync(sendsms, () => string.Join('\n', smsbox.Lines));
        Start(Needs.FakeSmsc, "-H", "127.0.0.1", "-r", $"{centre}", "-i", "0.01");
        await bearerbox.WaitForLineAsync("Fakesmsc client connected");
    }

    public async Task DisposeAsync()
    {
        foreach (var program in Enumerable.Reverse(programs))
            program.Dispose();
        await Callbacks.DisposeAsync();
        folder.Delete(recursive: true);
    }

    internal void Fill(KannelOptions settings)
    {
        Senders.Kannel(settings, SendSms);
        settings.ReportTo = ReportTo;
    }

    private RunningProgram Start(string file, params string[] arguments)
    {
        var program = RunningProgram.Start(file, folder.FullName, arguments);
        programs.Add(program);
        return program;
    }

    private string Configuration(int admin, int boxes, int centre, int sendsms) => $"""
        group = core
        admin-port = {admin}
        admin-interface = 127.0.0.1
        admin-password = admin
        smsbox-port = {boxes}
        smsbox-interface = 127.0.0.1
        box-allow-ip = "127.0.0.1"
        box-deny-ip = "*.*.*.*"
        dlr-storage = internal

        group = smsc
        smsc = fake
        smsc-id = centre
        port = {centre}
        our-host = 127.0.0.1
        connect-allow-ip = 127.0.0.1
        denied-prefix = "{NotRoutable}"

        group = smsbox
        bearerbox-host = 127.0.0.1
        bearerbox-port = {boxes}
        sendsms-port = {sendsms}
        sendsms-interface = 127.0.0.1

        group = sendsms-user
        username = app
        password = "{Senders.Password}"
        black-list-regex = "^[+]998"
        max-messages = 3
        concatenation = true

        group = sms-service
        keyword = default
        catch-all = true
        max-messages = 0
        get-url = "{ReportTo}?secret={Senders.CallbackSecret}&from=%p&text=%b&charset=%C"

        """;
}

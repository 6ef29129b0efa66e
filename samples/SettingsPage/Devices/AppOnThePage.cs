using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using LoginVerification;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SettingsPage.Accounts;

namespace SettingsPage.Devices;

/// <summary>An app on a phone of the sample. Its key is in the sample's database, where a real one never leaves the phone.</summary>
public sealed class App
{
    public long Id { get; set; }

    public required string Account { get; set; }

    public required byte[] PrivateKey { get; set; }

    /// <summary>The id that it got when it was bound; null before.</summary>
    public string? Device { get; set; }

    /// <summary>What came of the last thing that its holder did: a refusal, or a word of the sample's.</summary>
    public string? Said { get; set; }
}

/// <summary>What an app does, as docs/app-protocol.md tells it: it binds itself with a token, asks for the prompt, and answers it. Each request is signed.</summary>
internal sealed class AppOnThePage(SampleContext database, IDeviceService devices, TimeProvider time)
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<App>> ReadAsync(string account) => await database.Apps.AsNoTracking().Where(app => app.Account == account && app.Device != null).OrderBy(app => app.Id).ToListAsync();

    /// <summary>Why the last token bound nothing; null where it did.</summary>
    public async Task<string?> WhyNotBoundAsync(string account) => (await database.Apps.AsNoTracking().FirstOrDefaultAsync(app => app.Account == account && app.Device == null))?.Said;

    public async Task BindToOwnerAsync(string account, string token)
    {
        var app = await database.Apps.FirstOrDefaultAsync(app => app.Account == account && app.Device == null);
        using var key = app is null ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : KeyOf(app);
        if (app is null)
            database.Apps.Add(app = new App { Account = account, PrivateKey = key.ExportPkcs8PrivateKey() });
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var publicKey = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
        const string Name = "Phone on the page";
        var result = await devices.BindDeviceAsync(new BindDevice(token, publicKey, Name, null, Sign(key, "login-verification bind v1", account, token, publicKey, Name, "")));
        (app.Device, app.Said) = (result.Device?.Hex, result.Refusal?.Code.ToString());
        await database.SaveChangesAsync();
    }

    /// <summary>What the app shows: the sign-in that waits, or none.</summary>
    public async Task<SignInPrompt?> PromptAsync(App app)
    {
        using var key = KeyOf(app);
        var at = Instant.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var signature = Sign(key, "login-verification prompt v1", app.Account, app.Device!, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return (await devices.GetPromptAsync(AccountId.Parse(app.Account), DeviceId.Parse(app.Device!), at, signature)).Prompt;
    }

    public async Task AnswerAsync(string account, long id, bool approves, string number)
    {
        if (await database.Apps.FirstOrDefaultAsync(app => app.Account == account && app.Id == id && app.Device != null) is not { } app)
            return;
        if (await PromptAsync(app) is { } prompt)
        {
            using var key = KeyOf(app);
            var (decision, typed) = approves ? (PromptDecision.Approve, number) : (PromptDecision.Deny, "");
            var signature = Sign(key, "login-verification answer v1", account, app.Device!, prompt.Challenge.Value, approves ? "approve" : "deny", typed);
            var result = await devices.AnswerAsync(AccountId.Parse(account), new AnswerPrompt(DeviceId.Parse(app.Device!), prompt.Challenge, decision, typed, signature));
            app.Said = result.Refusal?.Code.ToString() ?? (approves ? "Approved" : "Denied");
        }
        else
        {
            app.Said = "NothingWaits";
        }

        await database.SaveChangesAsync();
    }

    private static ECDsa KeyOf(App app)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(app.PrivateKey, out _);
        return key;
    }

    /// <summary>Each field in UTF-8 with its length in front; r and s in base64url, with the lower s.</summary>
    private static string Sign(ECDsa key, params string[] fields)
    {
        using var message = new MemoryStream();
        foreach (var text in fields.Select(Encoding.UTF8.GetBytes))
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
            message.Write(length);
            message.Write(text);
        }

        var signature = key.SignData(message.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        if (s > Order / 2)
        {
            var lower = (Order - s).ToByteArray(isUnsigned: true, isBigEndian: true);
            signature.AsSpan(32).Clear();
            lower.CopyTo(signature.AsSpan(64 - lower.Length));
        }

        return Base64Url.EncodeToString(signature);
    }
}

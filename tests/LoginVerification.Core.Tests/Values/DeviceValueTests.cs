using System.Buffers.Text;
using System.Reflection;
using System.Text.Json;

namespace LoginVerification.Tests;

public sealed class DeviceValueTests
{
    private const string Id = "00112233445566778899aabbccddeeff";

    [Fact]
    public void An_id_is_32_lower_case_hexadecimal_digits_and_nothing_else()
    {
        Assert.Equal(Id, DeviceId.Parse(Id).Hex);
        Assert.Equal(Id, DeviceId.Parse(Id).ToString());
        Assert.Equal(DeviceId.Parse(Id), DeviceId.Parse(new string(Id.ToCharArray())));
        foreach (var text in new[] { "", Id[1..], Id + "0", Id.ToUpperInvariant(), "0x" + Id[2..], Id[..31] + "g", " " + Id[1..], Id[..31] + "٣" })
        {
            Assert.False(DeviceId.TryParse(text, out _));
            Assert.Throws<FormatException>(() => DeviceId.Parse(text));
        }

        Assert.False(DeviceId.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => DeviceId.Parse(null!));
    }

    [Fact]
    public void A_key_is_a_point_of_the_curve()
    {
        foreach (var key in new[] { TestKeys.First, TestKeys.Second, TestKeys.Third })
        {
            Assert.Equal(87, key.Text.Length);
            Assert.Equal(key, DeviceKey.Parse(key.Text));
            Assert.Equal(key.Text, key.ToString());
        }
    }

    public static TheoryData<string, string?> NoKeys => new()
    {
        { "nothing", null },
        { "an empty text", "" },
        { "blanks around it", $" {TestKeys.First.Text} " },
        { "a line break inside", TestKeys.First.Text.Insert(40, "\n") },
        { "padding", TestKeys.First.Text + "=" },
        { "blanks and padding in the length of a decoder", $"B{new string('A', 83)}    AAA=" },
        { "the other alphabet of base64", Convert.ToBase64String(Bytes(_ => { })) },
        { "spare bits that are set", TestKeys.First.Text[..^1] + "V" },
        { "a byte too few", Base64Url.EncodeToString(Bytes(_ => { }).AsSpan(0, 64)) },
        { "a byte too many", Base64Url.EncodeToString([.. Bytes(_ => { }), 0]) },
        { "a compressed point", Base64Url.EncodeToString([2, .. Bytes(_ => { }).AsSpan(1, 32)]) },
        { "a compressed point in the length of a whole one", Base64Url.EncodeToString(Bytes(point => point[0] = 3)) },
        { "the hybrid form", Base64Url.EncodeToString(Bytes(point => point[0] = 6)) },
        { "the point at infinity", Base64Url.EncodeToString(new byte[65]) },
        { "the origin, uncompressed", Base64Url.EncodeToString(Bytes(point => point.AsSpan(1).Clear())) },
        { "a point beside the curve", Base64Url.EncodeToString(Bytes(point => point[64] ^= 1)) },
        { "coordinates that are no elements of the field", Base64Url.EncodeToString(Bytes(point => point.AsSpan(1).Fill(0xFF))) },
        { "the generator of secp256k1", KeyOf("79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798", "483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8") },
        { "a key as a web server sends it", "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE" + TestKeys.First.Text },
    };

    [Theory]
    [MemberData(nameof(NoKeys))]
    public void Anything_else_is_no_key(string what, string? text)
    {
        Assert.False(DeviceKey.TryParse(text, out var key), what);
        Assert.Null(key);
        if (text is not null)
            Assert.Throws<FormatException>(() => DeviceKey.Parse(text));
    }

    [Fact]
    public void An_address_has_1_to_2048_characters_of_well_formed_Unicode()
    {
        Assert.Equal(new string('a', 2048), PushAddress.Parse(new string('a', 2048)).Text);
        foreach (var text in new[] { "", new string('a', 2049), "\ud83d", "a\0b" })
        {
            Assert.False(PushAddress.TryParse(text, out _));
            Assert.Throws<FormatException>(() => PushAddress.Parse(text));
        }

        Assert.False(PushAddress.TryParse(null, out _));
    }

    /// <summary>Who reads a log or an answer can neither wake a device, nor sign in.</summary>
    [Fact]
    public void What_is_secret_is_in_no_text_and_in_no_JSON()
    {
        (object Value, string Secret)[] secrets =
        [
            (PushAddress.Parse("https://push.example/secret"), "secret"),
            (Made<BackupCode>("ABCD-EFGH-JKMN-PQRS"), "ABCD"),
            (Made<MatchingNumber>("42"), "42"),
            (Made<DeviceToken>("a.secret.token", Given.Now, null), "secret"),
        ];

        foreach (var (value, secret) in secrets)
        {
            Assert.DoesNotContain(secret, value.ToString()!, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Written(value), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, Written(new { Inside = value, List = new[] { value } }), StringComparison.Ordinal);
        }
    }

    /// <summary>What holds them hides them as well.</summary>
    [Fact]
    public void What_holds_a_secret_tells_no_secret()
    {
        var secret = PushAddress.Parse("https://push.example/secret");
        object[] holders =
        [
            GivenSignIns.Phone with { Address = secret },
            new BindDevice("token", TestKeys.First.Text, "phone", secret, "signature"),
            new ChangeDeviceAddress(GivenSignIns.Phone.Id, secret, default, "signature"),
            new DeviceAddressChanged(GivenSignIns.Phone.Id, secret) { Origin = GivenSignIns.ByDevice },
            new PushMessage("id", GivenSignIns.Phone.Id, secret, Given.Now),
            new UseBackupCode("secret-code"),
            new AnswerSignIn(GivenSignIns.Current, "secret-code"),
            new AnswerPrompt(GivenSignIns.Phone.Id, GivenSignIns.Current, PromptDecision.Approve, "secret-code", "signature"),
        ];

        Assert.All(holders, holder => Assert.DoesNotContain("secret", holder.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_keys_and_addresses_are_read_from_JSON_and_what_is_shown_once_is_not()
    {
        Assert.Equal(DeviceId.Parse(Id), JsonSerializer.Deserialize<DeviceId>($"\"{Id}\""));
        Assert.Equal(TestKeys.First, JsonSerializer.Deserialize<DeviceKey>($"\"{TestKeys.First.Text}\""));
        Assert.Equal("somewhere", JsonSerializer.Deserialize<PushAddress>("\"somewhere\"")!.Text);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DeviceId>("\"0\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DeviceKey>("\"AA\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PushAddress>("\"\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BackupCode>("\"ABCD-EFGH-JKMN-PQRS\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MatchingNumber>("\"42\""));
    }

    /// <summary>The library alone makes them.</summary>
    private static T Made<T>(params object?[] arguments) =>
        (T)Activator.CreateInstance(typeof(T), BindingFlags.Instance | BindingFlags.NonPublic, null, arguments, null)!;

    private static string Written(object value)
    {
        try
        {
            return JsonSerializer.Serialize(value);
        }
        catch (NotSupportedException refused)
        {
            return refused.Message;
        }
    }

    private static byte[] Bytes(Action<byte[]> change)
    {
        var point = Base64Url.DecodeFromChars(TestKeys.First.Text);
        change(point);
        return point;
    }

    private static string KeyOf(string x, string y) => Base64Url.EncodeToString([4, .. Convert.FromHexString(x), .. Convert.FromHexString(y)]);
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LoginVerification.WebPush.Tests.Service;

/// <summary>The reader is right before it says anything of the sender: RFC 8291, section 5 and appendix A.</summary>
public sealed class WebPushCipherTests
{
    private const string Body =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Fact]
    public void The_example_of_the_RFC_is_read()
    {
        using var receiver = ECDiffieHellman.Create(WebPushCipher.Point(
            Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")));
        var auth = Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg");
        var body = Base64Url.DecodeFromChars(Body);

        Assert.Equal("When I grow up, I want to be a watermelon", Encoding.UTF8.GetString(WebPushCipher.Decrypt(body, receiver, auth)));

        // And nothing that is one bit off.
        body[^1] ^= 1;
        Assert.Throws<AuthenticationTagMismatchException>(() => WebPushCipher.Decrypt(body, receiver, auth));
    }
}

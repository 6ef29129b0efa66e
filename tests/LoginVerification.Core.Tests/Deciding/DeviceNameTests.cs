namespace LoginVerification.Core.Tests.Deciding;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData(" My phone ", "My phone")]
    [InlineData("הטלפון שלי", "הטלפון שלי")]
    [InlineData("👩‍💻", "👩‍💻")] // joined by an invisible character
    [InlineData("x", "x")]
    public void A_name_that_its_owner_sees_is_taken(string typed, string name) => Assert.Equal(name, DeviceNames.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u200B")]
    [InlineData("\u00AD")]
    [InlineData("\u202Elive")]
    [InlineData("a\u2067b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public void A_name_that_shows_nothing_or_turns_what_stands_beside_it_is_none(string typed) => Assert.Null(DeviceNames.Read(typed));

    [Fact]
    public void A_name_that_is_too_long_or_holds_half_a_character_is_none()
    {
        Assert.Null(DeviceNames.Read("a\uD800")); // no attribute can hold it
        Assert.NotNull(DeviceNames.Read(new string('x', Engine.AppDevice.MaxNameLength)));
        Assert.Null(DeviceNames.Read(new string('x', Engine.AppDevice.MaxNameLength + 1)));
    }
}

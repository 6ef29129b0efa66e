using System.Diagnostics;
using System.Text;

namespace LoginVerification.Tests.Policies;

public sealed class BrokenJsonTests
{
    [Theory]
    [InlineData("", 1, "Column 1: The file ends too early: expected \"{\", the beginning of a policy.")]
    [InlineData("  \n ", 2, "Column 2: The file ends too early")]
    [InlineData("nul", 1, "Column 1: Expected \"{\", the beginning of a policy, found \"nul\".")]
    [InlineData("<policy/>", 1, "Expected \"{\", the beginning of a policy, found \"<policy\".")]
    [InlineData("{", 1, "Column 2: The file ends too early: expected a key in double quotes or \"}\".")]
    [InlineData("{\"name\"", 1, "Column 8: The file ends too early: expected \":\".")]
    [InlineData("{\"name\" \"x\"}", 1, "Column 9: Expected \":\", found a text.")]
    [InlineData("{\"name\":}", 1, "Column 9: Expected a value, found \"}\".")]
    [InlineData("{\"name\": \"x\",\n}", 2, "Column 1: Expected a key in double quotes, found \"}\". Take out the comma before it.")]
    [InlineData("{\n\"a\": \"b\"\n\"c\": 1}", 3, "Column 1: Expected \",\" or \"}\", found a text.")]
    [InlineData("{\"a\": {\"b\": 1}", 1, "Column 15: The file ends too early: expected \",\" or \"}\".")]
    [InlineData("{\"a\": [1 2]}", 1, "Column 10: Expected \",\" or \"]\", found \"2\".")]
    [InlineData("{\"a\": [1,]}", 1, "Column 10: Expected a value, found \"]\". Take out the comma before it.")]
    [InlineData("{\"a\": tru}", 1, "Column 7: Expected a value, found \"tru\".")]
    [InlineData("{\"a\": 01}", 1, "Column 7: Expected a value, found \"01\".")]
    [InlineData("{\"é\": 'x'}", 1, "Column 7: Expected a value, found a single quote. Write texts in double quotes.")]
    [InlineData("{name: 1}", 1, "Column 2: Expected a key in double quotes or \"}\", found \"name\".")]
    [InlineData("{\"name\": \"x", 1, "Column 10: The text that begins here never ends. Close it with a double quote.")]
    [InlineData("{\"name\": \"x\ny\"}", 1, "Column 12: A text may not run over the end of a line")]
    [InlineData("{\"name\": \"\\q\"}", 1, "Column 12: A backslash has to be followed by")]
    [InlineData("{\"name\": \"\\ud800\"}", 1, "A text holds half a character")]
    [InlineData("{\"name\": \"x\"}\nrest", 2, "Column 1: Expected the end of the file, found \"rest\".")]
    [InlineData("{\"name\": \"x\"}}", 1, "Expected the end of the file, found \"}\".")]
    [InlineData("{\n  // why\n}", 2, "Column 3: Comments are not allowed. Say it in \"description\".")]
    [InlineData("{ /* why */ }", 1, "Column 3: Comments are not allowed.")]
    public void Broken_json_is_one_error_that_tells_line_column_and_what_was_expected(string text, int line, string message)
    {
        var error = Assert.Single(PolicyFile.Read(text).Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "Here stands null; write an object")]
    [InlineData("[]", "Here stands a list; write an object")]
    [InlineData("5", "Here stands 5; write an object")]
    [InlineData("\"consistent\"", "Here stands a text; write an object")]
    public void A_root_that_is_no_object_is_one_error(string text, string message)
    {
        var error = Assert.Single(PolicyFile.Read(text).Errors);
        Assert.Equal(("$", 1), (error.Path, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_one_error_with_its_place()
    {
        var error = Assert.Single(PolicyFile.Read([.. "{\n \"é"u8, 0xFF, .. "\": 1}"u8]).Errors);
        Assert.Equal("$ (line 2): Column 4: Byte 0xFF is no UTF-8. Save the file as UTF-8.", error.ToString());
    }

    [Fact]
    public void A_utf16_file_is_one_error() =>
        Assert.Contains("Save the file as UTF-8", Assert.Single(PolicyFile.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")]).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.True(PolicyFile.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(PolicyText.Small)]).IsValid);

    [Fact]
    public void A_file_of_10_megabytes_is_one_error_at_once()
    {
        var watch = Stopwatch.StartNew();
        var fromText = Assert.Single(PolicyFile.Read(new string('x', 10_000_000)).Errors);
        using var stream = new MemoryStream(new byte[10_000_000]);
        var fromStream = Assert.Single(PolicyFile.Read(stream).Errors);
        Assert.Equal(fromText, fromStream);
        Assert.Contains("larger than 1024 KiB", fromText.Message, StringComparison.Ordinal);
        Assert.True(stream.Position <= PolicyLimits.MaxBytes + 1);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void A_file_5000_levels_deep_is_one_error(string level)
    {
        var error = Assert.Single(PolicyFile.Read(string.Concat(Enumerable.Repeat(level, 5000))).Errors);
        Assert.Contains("deeper than 32 levels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_deepest_nesting_that_is_allowed_is_read()
    {
        var levels = PolicyLimits.MaxDepth - 1;
        var error = Assert.Single(PolicyText.ErrorsWith("\"small\"", new string('[', levels) + new string(']', levels)));
        Assert.Equal("$.name (line 2): Here stands a list; write a text in double quotes.", error.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"name\":\"a\",\"home\":\"h\",\"screens\":[{\"name\":\"h\"}]}")]
    public void A_megabyte_of_errors_is_cut_off_soon(string surface)
    {
        var watch = Stopwatch.StartNew();
        var many = string.Join(',', Enumerable.Repeat(surface, 1_000_000 / (surface.Length + 1)));
        var errors = PolicyFile.Read($$"""{"name": "x", "surfaces": [{{many}}]}""").Errors;
        Assert.Equal(PolicyLimits.MaxErrors, errors.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
    }
}

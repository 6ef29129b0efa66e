using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoginVerification.Policies;

/// <summary>
/// Policies as JSON text. Reading is strict and reports everything at once, with path, line and mend; writing is stable, leaves out
/// what is at its default, and comes back unchanged through reading. Thread-safe.
/// </summary>
public static class PolicyFile
{
    /// <summary>What <see cref="Write"/> puts under <c>$schema</c>: <see cref="Schema"/>, saved beside the policy, helps an editor.</summary>
    internal const string SchemaName = "./policy.schema.json";

    private static readonly Lazy<string> SchemaText = new(ReadSchema);

    /// <summary>The JSON Schema (draft 2020-12) of a policy file. References between the parts of a file are beyond it; <see cref="Read(string)"/> checks them.</summary>
    public static string Schema => SchemaText.Value;

    /// <summary>Reads and validates a policy.</summary>
    /// <param name="json">The file's text, at most <see cref="PolicyLimits.MaxBytes"/> in UTF-8.</param>
    public static PolicyReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Length > PolicyLimits.MaxBytes ? TooLarge() : Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads and validates a policy.</summary>
    /// <param name="stream">The file; no more than <see cref="PolicyLimits.MaxBytes"/> and one byte are read from it.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PolicyReading Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = new byte[PolicyLimits.MaxBytes + 1];
        return Read(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Reads and validates a policy.</summary>
    /// <param name="utf8">The file's bytes, at most <see cref="PolicyLimits.MaxBytes"/>; a byte order mark is skipped.</param>
    public static PolicyReading Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > PolicyLimits.MaxBytes)
            return TooLarge();
        var map = JsonMap.Draw(utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8);
        if (map.Root is not { } root)
            return new PolicyReading(null, map.Errors, []);

        var shape = new ShapeCheck(map);
        // A copy that nobody else holds: what is validated here is what a policy is made of.
        var document = PolicyCopy.Of(shape.Check(root).Deserialize(PolicyJson.Document)!);
        List<PolicyError> errors = [.. map.Errors, .. shape.Errors];
        if (errors.Count < PolicyLimits.MaxErrors)
        {
            var mended = new BrokenPlaces(shape.Mended);
            errors.AddRange(Located(PolicyValidation.Failures(document).Where(failure => !mended.Explain(failure)), map));
        }

        return errors.Count == 0
            ? new PolicyReading(document, [], ByLine(Located(PolicyValidation.Warnings(document), map)))
            : new PolicyReading(null, ByLine(errors), []);
    }

    /// <summary>Writes a policy as indented text, ended by a line break; what is at its default is left out.</summary>
    /// <param name="document">The policy; it need not be valid.</param>
    public static string Write(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var node = JsonSerializer.SerializeToNode(document, PolicyJson.Document)!.AsObject();
        node.Insert(0, "$schema", JsonValue.Create(SchemaName));
        return JsonLayout.Write(node);
    }

    /// <summary>
    /// Names the rules of a policy: <c>sha256:</c> and the SHA-256 of what <see cref="Write"/> makes of it, in hexadecimal digits. Policies with one digest
    /// say the same, however their files were laid out; for a file that <see cref="Write"/> made, <c>sha256sum</c> prints the same digits.
    /// </summary>
    /// <param name="document">The policy; it need not be valid.</param>
    public static string Digest(PolicyDocument document) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(document))))}";

    private static IEnumerable<PolicyError> Located(IEnumerable<PolicyFailure> failures, JsonMap map) =>
        failures.Select(failure => new PolicyError(failure.Path, map.LineOf(failure.Path), failure.Message));

    private static IReadOnlyList<PolicyError> ByLine(IEnumerable<PolicyError> errors) => [.. errors.OrderBy(error => error.Line).Take(PolicyLimits.MaxErrors)];

    private static string ReadSchema()
    {
        using var file = new StreamReader(typeof(PolicyFile).Assembly.GetManifestResourceStream("policies/policy.schema.json")!);
        return file.ReadToEnd();
    }

    private static PolicyReading TooLarge() => new(null,
        [new PolicyError("$", 1, $"The file is larger than {PolicyLimits.MaxBytes / 1024} KiB, the most that a policy may have. Is it a policy?")], []);
}

using LoginVerification.Exploration;

namespace LoginVerification.Cli;

/// <summary>What was written after <c>repair</c>, not yet read.</summary>
internal sealed record RepairOptions(string Policy, WrittenVariants Variants)
{
    public string? Property { get; init; }

    public bool All { get; init; }

    public bool Json { get; init; }

    public bool Patch { get; init; }
}

/// <summary>What is to be repaired.</summary>
/// <param name="Policy">The rules.</param>
/// <param name="Property">The property; null for all that are violated.</param>
/// <param name="Options">How variants are explored.</param>
internal sealed record RepairRequest(EnrolmentPolicy Policy, PolicyProperty? Property, VariantOptions Options);

/// <summary>Reads what was written after <c>repair</c>; everything that is wrong with it is told at once.</summary>
internal static class RepairInput
{
    /// <exception cref="BadInputException">Something cannot be used.</exception>
    public static RepairRequest Read(RepairOptions written)
    {
        var input = new InputReading();
        var policy = input.Policy(written.Policy);
        var options = VariantInput.Read(written.Variants, [policy], input);
        PropertyInput.Check(written.Property is { } named ? [named] : [], input);
        if (written.All == written.Property is not null)
            input.Complain("repair takes one property or all. Write --property NAME or --all.");
        if (written is { Json: true, Patch: true })
            input.Complain("--json and --patch are two answers. Write one of them.");
        input.Finish();
        return new RepairRequest(policy!, written.Property is { } asked ? PolicyProperties.Named(asked) : null, options);
    }
}

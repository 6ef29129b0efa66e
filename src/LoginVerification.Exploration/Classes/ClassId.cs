namespace LoginVerification.Exploration;

/// <summary>Names a <see cref="NumberClass"/> by its place among those of a policy.</summary>
internal readonly record struct ClassId(int Index);

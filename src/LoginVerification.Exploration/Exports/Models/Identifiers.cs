namespace LoginVerification.Exploration;

/// <summary>Names of a model, each of them once and none a word of its language.</summary>
internal sealed class Identifiers
{
    /// <summary>The languages' words with an underscore; what is made here has always one.</summary>
    private static readonly string[] Words = ["c_code", "c_decl", "c_expr", "c_state", "c_track", "d_proctype", "d_step", "get_priority", "np_", "pc_value", "set_priority"];

    private readonly HashSet<string> taken = new(Words, StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that begins like no other one, made of the letters and digits of some words.</summary>
    public string New(string prefix, string words)
    {
        var plain = $"{prefix}_{string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}";
        var name = plain;
        for (var i = 2; !taken.Add(name); i++)
            name = $"{plain}_{i}";
        return name;
    }
}
